import { describe, expect, it } from 'vitest';
import { firstTopState, pressKey, sortAgents, topSorts } from '../../../../../../main/node/cli/top/top-state.ts';
import { makeTree, nowMs } from '../../../../../fakes/cli-host.ts';

describe('pressKey', () => {
  it('sorts, opens the tree and closes it', () => {
    expect(['c', 'm', 'a', 'M'].map((key) => pressKey(firstTopState, key).sort)).toEqual([
      'cpu',
      'memory',
      'age',
      'memory',
    ]);
    const open = pressKey(firstTopState, 't');
    expect([open.hasTree, pressKey(open, 'T').hasTree]).toEqual([true, false]);
  });

  it('ends on q, Ctrl-C, Ctrl-D and Escape, and on nothing else', () => {
    for (const key of ['q', 'Q', '\u0003', '\u0004', '\u001b']) expect(pressKey(firstTopState, key).isDone).toBe(true);
    for (const key of ['x', '\u001b[A', '', ' ']) expect(pressKey(firstTopState, key)).toEqual(firstTopState);
  });
});

describe('sortAgents', () => {
  it('puts the busiest, the largest or the oldest first, and the unknown last', () => {
    const rows = [
      makeTree({ pid: 1, cpuRatio: null, rssBytes: 5, startedAtMs: nowMs - 3 }),
      makeTree({ pid: 2, cpuRatio: 0, rssBytes: 1, startedAtMs: nowMs - 9 }),
      makeTree({ pid: 3, cpuRatio: 2, rssBytes: 3, startedAtMs: nowMs - 1 }),
    ];
    expect(topSorts.map((sort) => sortAgents(rows, sort).map(({ pid }) => pid))).toEqual([
      [3, 2, 1],
      [1, 3, 2],
      [2, 1, 3],
    ]);
  });
});
