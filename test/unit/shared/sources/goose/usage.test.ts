import { describe, expect, it } from 'vitest';
import { parseRequest, parseSession } from '../../../../../shared/sources/goose/usage.ts';
import { eventsOf } from '../../../../support/count-events.ts';

const row = {
  ...{ row: 1, session: 's-1', seconds: 1_777_885_200, created: '2026-05-04 09:00:00', folder: '/a', type: 'user' },
  ...{ parent: null, provider: 'Anthropic', model: null, sessionModel: 'claude-opus-5', cost: null },
  ...{ input_tokens: 10, output_tokens: 5, cache_read_tokens: 4, cache_write_tokens: 3 },
};
const eventOf = (change: object) => eventsOf(parseSession({ ...row, ...change }))[0];

describe('a Goose session', () => {
  it('is one event at its start time', () => {
    expect(parseSession(row)).toEqual([
      {
        kind: 'event',
        event: expect.objectContaining({
          ...{
            key: 'goose:s-1:sum',
            atMs: Date.parse('2026-05-04T09:00:00Z'),
            loggedCostMicroUsd: null,
            isFinal: true,
          },
          usage: {
            ...{ inputTokens: 3, cacheCreation5mTokens: 3, cacheCreation1hTokens: 0, cacheReadTokens: 4 },
            ...{ outputTokens: 5, reasoningTokens: 0 },
          },
          profile: expect.objectContaining({
            ...{ provider: 'anthropic', model: 'claude-opus-5', sessionId: 's-1', project: '/a', isSum: true },
            ...{ isSidechain: false, subagent: null },
          }) as unknown,
        }) as unknown,
      },
    ]);
  });

  it.each([
    ['2026-05-04 09:00:00', '2026-05-04T09:00:00Z'],
    ['2026-05-04 09:00:00.5', '2026-05-04T09:00:00.500Z'],
    ['2026-05-04T09:00:00Z', '2026-05-04T09:00:00Z'],
    ['2026-05-04T09:00:00+02:00', '2026-05-04T07:00:00Z'],
  ])('created at %s starts at %s', (created, expected) => {
    expect(eventOf({ created })?.atMs).toBe(Date.parse(expected));
  });

  it('belongs, as a subagent, to the session that started it', () => {
    expect(eventOf({ parent: 'p-1' })?.profile).toMatchObject({ sessionId: 'p-1', isSidechain: true, subagent: 's-1' });
    expect(eventOf({ type: 'sub_agent' })?.profile).toMatchObject({
      ...{ sessionId: 's-1', isSidechain: true, subagent: null },
    });
  });

  it('has an unknown model and provider if it names none', () => {
    expect(eventOf({ provider: null, sessionModel: null })?.profile).toMatchObject({
      ...{ provider: 'unknown', model: 'unknown' },
    });
  });

  it('never has negative input', () => {
    expect(eventOf({ input_tokens: 5 })?.usage).toMatchObject({ inputTokens: 0, cacheReadTokens: 4 });
  });

  it('yields nothing without usage, and is counted as skipped if it is damaged', () => {
    const none = { input_tokens: null, output_tokens: 0, cache_read_tokens: null, cache_write_tokens: null };
    expect(parseSession({ ...row, ...none })).toEqual([]);
    expect(parseRequest({ ...row, ...none })).toEqual([{ kind: 'skip', reason: 'empty-usage' }]);
    const reasons = [{ output_tokens: -1 }, { session: null }, { created: 'soon' }].map((change) =>
      parseSession({ ...row, ...change }),
    );
    expect(reasons.flat()).toEqual(['bad-usage', 'no-id', 'no-timestamp'].map((reason) => ({ kind: 'skip', reason })));
  });
});

describe('a Goose request', () => {
  it('is identified by its row and its time', () => {
    expect(parseRequest({ ...row, model: 'gpt-5.2' })).toMatchObject([
      {
        event: {
          ...{ key: 'goose:s-1:1:1777885200', atMs: 1_777_885_200_000 },
          profile: { isSum: false, model: 'gpt-5.2' },
        },
      },
    ]);
  });

  it('is counted as skipped if it is damaged', () => {
    const reasons = [{ output_tokens: 'x' }, { seconds: null }].flatMap((change) =>
      parseRequest({ ...row, ...change }),
    );
    expect(reasons).toEqual(['bad-usage', 'no-timestamp'].map((reason) => ({ kind: 'skip', reason })));
  });
});
