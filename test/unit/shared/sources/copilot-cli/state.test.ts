import { describe, expect, it } from 'vitest';
import { createSession, packSession, unpackSession } from '../../../../../shared/sources/copilot-cli/state.ts';

const message = { key: 'copilot-cli:1', model: 'gpt-5.5', output: 5, atMs: 1_000, isSidechain: true, subagent: 'c-1' };
const metrics = { requests: 1, input: 2, output: 3, cacheRead: 4, cacheWrite: 5, reasoning: 6, nanoAiu: 7 };
const session = {
  ...{ sessionId: 's-1', project: '/a', branch: 'main', agentVersion: '1.0.91', model: 'gpt-5.5' },
  ...{ messages: [message, { ...message, isSidechain: false, subagent: null }], earlier: 1, output: 10 },
  metrics: new Map([['gpt-5.5', metrics]]),
};
const toStored = (value: unknown) => JSON.parse(JSON.stringify(value)) as ReturnType<typeof packSession>;

describe('the stored state of a session', () => {
  it('survives a round trip', () => {
    expect(unpackSession('name', toStored(packSession(session)))).toEqual(session);
  });

  it('is that of a new session if it is missing or damaged', () => {
    expect(unpackSession('name', null)).toEqual(createSession('name'));
    const damaged = { sessionId: 7, messages: 'x', earlier: '1', output: null, metrics: [], model: {}, branch: 1 };
    expect(unpackSession('name', damaged)).toEqual(createSession('name'));
  });

  it('drops a message if a required part is damaged', () => {
    const whole = ['k', 'm', 1, 2, true, null];
    const damaged = [0, 1, 2, 3].map((at) => whole.with(at, {} as never));
    expect(unpackSession('name', toStored({ messages: [...damaged, 'x', null] })).messages).toEqual([]);
    expect(unpackSession('name', toStored({ messages: [whole.slice(0, 4)] })).messages).toEqual([
      { key: 'k', model: 'm', output: 1, atMs: 2, isSidechain: false, subagent: null },
    ]);
  });

  it('has zeros for totals that an older version did not store', () => {
    const { metrics: found } = unpackSession('name', toStored({ metrics: { m: [1, 2, 3], n: 'x' } }));
    expect([...found]).toEqual([
      ['m', { requests: 1, input: 2, output: 3, cacheRead: 0, cacheWrite: 0, reasoning: 0, nanoAiu: 0 }],
    ]);
  });
});
