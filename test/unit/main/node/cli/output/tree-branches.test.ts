import { describe, expect, it } from 'vitest';
import { toTreeBranches } from '../../../../../../main/node/cli/output/tree-branches.ts';

const draw = (...pairs: readonly (readonly [number, number])[]) =>
  toTreeBranches(pairs.map(([pid, parentPid]) => ({ pid, parentPid }))).map(({ item, branch }) => branch + item.pid);

describe('toTreeBranches', () => {
  it('draws a line past what follows on the same level, and a corner at the last', () => {
    // 1 ── 2 ── 4, 1 ── 3 ── 5; found in the order of the system.
    expect(draw([1, 0], [2, 1], [3, 1], [4, 2], [5, 3], [6, 4])).toEqual([
      '1',
      '├ 2',
      '│ └ 4',
      '│   └ 6',
      '└ 3',
      '  └ 5',
    ]);
  });

  it('begins a tree where a parent is missing', () => {
    expect(draw([7, 1], [8, 7], [9, 1])).toEqual(['7', '└ 8', '9']);
  });
});
