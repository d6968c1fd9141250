import { describe, expect, it } from 'vitest';
import { toModelId } from '../../../../../shared/sources/lib/model-name.ts';

describe('the name of a model', () => {
  it.each([
    ['Gemini 3.5 Flash (Medium)', 'gemini-3.5-flash'],
    ['Claude Sonnet 4.5 (Thinking)', 'claude-sonnet-4.5'],
    ['GPT-OSS 120B (Medium)', 'gpt-oss-120b'],
    ['gemini-3-flash-a', 'gemini-3-flash-a'],
    ['(Medium)', null],
    ['', null],
    [null, null],
  ])('%j is %j', (name, id) => {
    expect(toModelId(name)).toBe(id);
  });
});
