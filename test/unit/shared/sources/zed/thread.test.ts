import { describe, expect, it } from 'vitest';
import { parseThread } from '../../../../../shared/sources/zed/thread.ts';
import { eventsOf, skipsOf } from '../../../../support/count-events.ts';

const row = {
  id: 't-1',
  parent: null,
  created: '2026-05-04T09:00:00Z',
  updated: '2026-05-04T10:00:00Z',
  folders: '/a\n/b',
};
const model = { provider: 'Zed.dev', model: 'claude-opus-5' };
const usage = { input_tokens: 10, output_tokens: 5, cache_creation_input_tokens: 3, cache_read_input_tokens: 4 };
const read = (thread: object, change: object = {}) => parseThread({ model, ...thread }, { ...row, ...change });

describe('a Zed thread', () => {
  it('is one sum, at its start time and in its first folder', () => {
    expect(eventsOf(read({ cumulative_token_usage: usage, request_token_usage: { r: usage } }))).toMatchObject([
      {
        ...{ key: 'zed:t-1', atMs: Date.parse(row.created), isFinal: true, loggedCostMicroUsd: null },
        usage: { inputTokens: 10, outputTokens: 5, cacheCreation5mTokens: 3, cacheReadTokens: 4 },
        profile: {
          ...{ provider: 'zed.dev', model: 'claude-opus-5', sessionId: 't-1', project: '/a', isSum: true },
          ...{ isSidechain: false, subagent: null },
        },
      },
    ]);
  });

  it('from an older version yields the last request of each turn', () => {
    const turns = { a: usage, b: { output_tokens: 7 }, c: {}, d: null };
    const found = eventsOf(read({ request_token_usage: turns }));
    expect(found.map(({ key, usage: { outputTokens }, profile }) => [key, outputTokens, profile.isSum])).toEqual([
      ['zed:t-1:a', 5, false],
      ['zed:t-1:b', 7, false],
    ]);
  });

  it('belongs, as a subagent, to the thread that started it', () => {
    expect(eventsOf(read({ cumulative_token_usage: usage }, { parent: 'p-1' }))[0]?.profile).toMatchObject({
      ...{ sessionId: 'p-1', isSidechain: true, subagent: 't-1' },
    });
  });

  it('has the time of its last change if its start time is missing', () => {
    const [event] = eventsOf(read({ cumulative_token_usage: usage }, { created: null }));
    expect(event?.atMs).toBe(Date.parse(row.updated));
  });

  it('may have no folder and no provider', () => {
    const [event] = eventsOf(read({ cumulative_token_usage: usage, model: { model: 'x' } }, { folders: null }));
    expect(event?.profile).toMatchObject({ project: null, provider: 'unknown' });
  });

  it('yields nothing without usage', () => {
    expect(read({})).toEqual([]);
    expect(read({ cumulative_token_usage: {}, request_token_usage: { a: {} } }, { id: null })).toEqual([]);
  });

  it.each([
    ['bad-usage', { cumulative_token_usage: { input_tokens: -1 } }, {}],
    ['bad-usage', { cumulative_token_usage: usage, request_token_usage: { a: { input_tokens: 'x' } } }, {}],
    ['no-id', { cumulative_token_usage: usage }, { id: null }],
    ['no-id', { request_token_usage: { a: usage } }, { id: null }],
    ['no-timestamp', { cumulative_token_usage: usage }, { created: null, updated: 7 }],
    ['no-model', { cumulative_token_usage: usage, model: null }, {}],
  ])('is counted as skipped: %s', (reason, thread, change) => {
    expect(skipsOf(read(thread, change))).toEqual([reason]);
  });
});
