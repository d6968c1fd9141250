import { describe, expect, it } from 'vitest';
import { parseReaderState, toReaderState, type RolloutState } from '../../../../../shared/sources/codex/state.ts';

const counter = { input: 10, cached: 4, cacheWrite: 3, output: 5, reasoning: 2, total: 16 };
const state: RolloutState = {
  ...{ threadId: 'a', provider: 'openai', model: 'gpt-5.5', project: '/a', branch: 'main', entrypoint: 'cli' },
  ...{ agentVersion: '0.171.0', isSidechain: true, parentId: 'b', subagent: 'review', tier: 'priority' },
  ...{ isFork: true, begunAtMs: 1_000, runs: [{ origin: counter, head: { ...counter, input: 99, total: 104 } }] },
};

describe('the stored state of a rollout', () => {
  it.each(['priority', 'flex', 'batch', 'standard'] as const)('survives a round trip with the tier %s', (tier) => {
    const stored = JSON.parse(JSON.stringify(toReaderState({ ...state, tier }))) as ReturnType<typeof toReaderState>;
    expect(parseReaderState(stored)).toEqual({ ...state, tier });
  });

  it('is that of a new rollout if it is missing or damaged', () => {
    const fresh = parseReaderState(null);
    expect(fresh).toMatchObject({ threadId: null, isSidechain: false, tier: 'standard', isFork: false, runs: [] });
    const damaged = { threadId: 7, isSidechain: 'true', isFork: 1, tier: 'gold', begunAtMs: '1', runs: 'x' };
    expect(parseReaderState(damaged)).toEqual(fresh);
  });

  it('drops a run if either of its counters is missing or damaged', () => {
    const half = [10, 4, 3, 5, 2, 16];
    for (const run of [[half], [half, null], [null, half], [half, [-1]], 'x']) {
      expect(parseReaderState({ runs: [run] }).runs).toEqual([]);
    }
    expect(parseReaderState({ runs: [[half, half]] }).runs).toEqual([{ origin: counter, head: counter }]);
  });
});
