import { describe, expect, it } from 'vitest';
import { readSession } from '../../../../../shared/sources/droid/session.ts';

const read = (value: unknown) =>
  readSession({ path: '/home/ada/.factory/sessions/-a/s1.settings.json', value, sideTexts: [] });
const at = '2026-05-01T09:00:00.000Z';

describe("Droid's sessions", () => {
  it('without requests have no usage', () => {
    expect(read({ model: 'gpt-5.2', reasoningEffort: 'high', assistantActiveTimeMs: 0 })).toEqual([]);
  });

  it.each([
    [[], 'not-a-record'],
    ['text', 'not-a-record'],
    [{ model: 'm', providerLockTimestamp: at, tokenUsage: 'many' }, 'bad-usage'],
    [{ model: 'm', providerLockTimestamp: at, tokenUsage: { inputTokens: 1.5 } }, 'bad-usage'],
    [{ model: 'm', providerLockTimestamp: 'soon', tokenUsage: { inputTokens: 1 } }, 'no-timestamp'],
  ])('%j: %s', (value, reason) => expect(read(value)).toEqual([{ kind: 'skip', reason }]));

  it.each([
    ['claude-opus-4-5-20251101', 'claude-opus-4-5-20251101'],
    ['custom:Claude-Opus-4.5-[Anthropic]-0', 'claude-opus-4.5'],
    ['custom:GPT-5.2-[OpenAI]-12', 'gpt-5.2'],
    ['custom:[x]-1', 'custom:[x]-1'],
  ])('name their model: %s is %s', (model, id) => {
    const records = read({ model, providerLockTimestamp: at, tokenUsage: { inputTokens: 1, thinkingTokens: 2 } });
    expect(records).toMatchObject([{ event: { profile: { model: id, isSum: true }, usage: { outputTokens: 2 } } }]);
  });
});
