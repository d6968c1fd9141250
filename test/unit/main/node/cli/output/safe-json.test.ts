import { describe, expect, it } from 'vitest';
import { toSafeJson } from '../../../../../../main/node/cli/output/safe-json.ts';

describe('toSafeJson', () => {
  it('escapes what a terminal would interpret without changing the value', () => {
    const value = { path: '/x\u001b[2J\u009b2J\u202e\u007f' };
    const json = toSafeJson(value);
    expect(json).not.toMatch(/\p{Cc}|\u202e/u);
    expect(JSON.parse(json)).toEqual(value);
  });
});
