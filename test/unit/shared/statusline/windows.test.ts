import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../../../shared/domain/agent-status.ts';
import type { StatuslineFacts } from '../../../../shared/statusline/facts.ts';
import { listAllWindows, listWindows } from '../../../../shared/statusline/windows.ts';
import { makeFacts, makeFactWindow, makeScene, makeStatus, nowMs } from '../../../support/make-status.ts';

const hourMs = 3_600_000;
type Limit = AgentStatus['limits'][number];
const fiveHours: Limit = { name: 'five_hour', windowMinutes: 300, usedPercent: 30, resetsAtMs: nowMs + 2 * hourMs };
const week: Limit = { name: 'seven_day', windowMinutes: 10_080, usedPercent: 20, resetsAtMs: nowMs + 84 * hourMs };
const scene = (
  limits: readonly Limit[],
  facts: Partial<StatuslineFacts> | null = null,
  source: string | null = 'claude-code',
) => makeScene({ source, status: makeStatus({ limits }), facts: facts === null ? null : makeFacts(facts) });
const allModels = (given: Parameters<typeof makeFactWindow>[0] = {}) => makeFactWindow({ label: null, ...given });

describe('the windows of a line', () => {
  const titles = (...args: Parameters<typeof scene>) => listWindows(scene(...args)).map(({ title }) => title);

  it('are those that the agent passes, shortest first, and none otherwise', () => {
    expect(titles([week, fiveHours])).toEqual(['5h', 'week']);
    expect(titles([])).toEqual([]);
    expect(listWindows(scene([fiveHours]))[0]).toMatchObject({ usedPercent: 30, label: null, isStale: false });
  });

  it('have no reset that is further ahead than they are long, as no other surface has', () => {
    const far = { ...fiveHours, usedPercent: 90, resetsAtMs: nowMs + 306.1 * 60_000 };
    expect(listWindows(scene([far]))[0]).toMatchObject({ usedPercent: 90, resetsAtMs: null, runsOutAtMs: null });
    const near = { ...far, resetsAtMs: nowMs + 305.9 * 60_000 };
    expect(listWindows(scene([near]))[0]?.resetsAtMs).toBe(near.resetsAtMs);
  });

  it('are marked where they are no figures of a provider', () => {
    expect(titles([], { windows: [allModels({ isEstimated: true }), allModels()] })).toEqual(['~week', 'week']);
  });

  it('are from the facts where the agent passes none of that length for all models', () => {
    const facts = { windows: [allModels({ usedPercent: 99 }), makeFactWindow({ usedPercent: 7 })] };
    expect(listWindows(scene([week], facts)).map(({ title, usedPercent }) => [title, usedPercent])).toEqual([
      ['week', 20],
      ['week Opus', 7],
    ]);
    expect(listWindows(scene([fiveHours], facts)).map(({ usedPercent }) => usedPercent)).toEqual([30, 99, 7]);
  });

  it('have those without a length last, and none without a share', () => {
    const credits = allModels({ windowMinutes: null, scope: 'credits', usedPercent: 3 });
    expect(titles([], { windows: [credits, allModels({ usedPercent: null }), makeFactWindow()] })).toEqual([
      'week Opus',
      'credits',
    ]);
  });

  it('without a length are called by what they cover', () => {
    const windows = ['spend', 'unknown', 'seven_moons'].map((scope) => allModels({ windowMinutes: null, scope }));
    expect(titles([], { windows })).toEqual(['spending', 'limit', 'seven moons']);
  });

  it('are of the session’s agent; without one those of all, named where there are several', () => {
    const windows = [makeFactWindow(), makeFactWindow({ source: 'codex', label: 'Spark' })];
    expect(titles([], { windows })).toEqual(['week Opus']);
    expect(titles([], { windows }, null)).toEqual(['claude-code week Opus', 'codex week Spark']);
    expect(titles([], { windows: windows.slice(0, 1) }, null)).toEqual(['week Opus']);
  });

  it('are dropped at their reset, and stale after the last moment of trust', () => {
    const windows = [makeFactWindow({ resetsAtMs: nowMs }), makeFactWindow({ label: 'Fable', trustedUntilMs: nowMs })];
    expect(listWindows(scene([], { windows })).map(({ label, isStale }) => [label, isStale])).toEqual([
      ['Fable', false],
    ]);
    const old = { windows: [makeFactWindow({ trustedUntilMs: nowMs - 1, resetsAtMs: null })] };
    expect(listWindows(scene([], old))[0]?.isStale).toBe(true);
  });
});

describe('windows of several accounts', () => {
  const weekReset = nowMs + 84 * hourMs;
  const ofAccount = (account: string | null, given: Parameters<typeof makeFactWindow>[0] = {}) =>
    makeFactWindow({ account, plan: `plan of ${account}`, ...given });
  const windows = [
    ofAccount('aaaaaa', { label: null, resetsAtMs: nowMs + 20 * hourMs }),
    ofAccount('aaaaaa', { label: 'Opus' }),
    ofAccount('bbbbbb', { label: null, resetsAtMs: weekReset + 1_000, usedPercent: 70 }),
    ofAccount('bbbbbb', { label: 'Opus', usedPercent: 7 }),
  ];
  const sharesOf = (...args: Parameters<typeof scene>) =>
    listWindows(scene(...args)).map(({ title, usedPercent }) => [title, usedPercent]);

  it('are those of the account whose week resets when the agent says', () => {
    expect(sharesOf([week], { windows })).toEqual([
      ['week', 20],
      ['week Opus', 7],
    ]);
    // The account was switched a moment ago: nothing is known of its other windows.
    expect(sharesOf([week], { windows: windows.slice(0, 2) })).toEqual([['week', 20]]);
  });

  it('are told apart by the weeks of the session’s own agent alone', () => {
    const elsewhere = ofAccount('cccccc', { source: 'codex', label: null, resetsAtMs: week.resetsAtMs });
    expect(sharesOf([week], { windows: [elsewhere, ofAccount('aaaaaa', { label: 'Opus' })] })).toEqual([
      ['week', 20],
      ['week Opus', 50],
    ]);
  });

  it('name no account where each agent has one', () => {
    const each = [ofAccount('aaaaaa'), ofAccount('bbbbbb', { source: 'codex' })];
    expect(listWindows(scene([], { windows: each }, null)).map(({ title }) => title)).toEqual([
      'claude-code week Opus',
      'codex week Opus',
    ]);
  });

  it('are named with their account where the session’s is not meant', () => {
    const titles = listAllWindows(scene([week], { windows })).flatMap(({ title, isForeign }) =>
      isForeign ? title : [],
    );
    expect(titles).toEqual(['week (aaaa)', 'week Opus (aaaa)']);
    const all = listWindows(scene([], { windows: [...windows.slice(2), ofAccount(null)] }, null));
    expect(all.map(({ title }) => title)).toEqual(['week (bbbb)', 'week Opus (bbbb)', 'week Opus (?)']);
  });
});
