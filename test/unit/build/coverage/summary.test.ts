import { describe, expect, it } from 'vitest';
import { formatCoverage, sumParts } from '../../../../build/coverage/summary.ts';
import type { FileLines } from '../../../../build/coverage/summary.ts';

const file = (path: string, lines: number, ...uncovered: readonly number[]): FileLines => ({ path, lines, uncovered });

describe('sumParts', () => {
  it('sums each part of the product on its own, with its gaps from large to small', () => {
    const parts = sumParts([
      file('shared/lib/result.ts', 10, 3),
      file('shared/lib/emitter.ts', 10, 4, 5),
      file('main/node/cli/run-cli.ts', 8),
      file('main/electron/shell.ts', 8, 1, 2),
      file('main/preload/index.ts', 1),
      file('main/index.ts', 1),
    ]);
    expect(parts.map(({ name, lines, covered, isEnough }) => [name, lines, covered, isEnough])).toEqual([
      ['shared', 20, 17, false],
      ['main/node', 8, 8, true],
      ['main/electron', 10, 8, false],
      ['renderer', 0, 0, false],
    ]);
    expect(parts[0]?.gaps.map(({ path }) => path)).toEqual(['shared/lib/emitter.ts', 'shared/lib/result.ts']);
  });

  it('accepts exactly the minimum', () => {
    const [shared] = sumParts([file('shared/x.ts', 10, 7)]);
    expect(shared?.isEnough).toBe(true);
  });
});

describe('formatCoverage', () => {
  it('names every line that did not run, as ranges', () => {
    const text = formatCoverage(sumParts([file('shared/x.ts', 40, 9, 3, 4, 5, 12), file('renderer/y.ts', 30)]));
    expect(text).toContain('shared          87.5 % of    40 lines  TOO LITTLE, the minimum is 90 %');
    expect(text).toContain('renderer       100.0 % of    30 lines  ok');
    expect(text).toContain('  shared/x.ts: 3-5, 9, 12');
  });

  it('never rounds up to the minimum', () => {
    const uncovered = Array.from({ length: 101 }, (_, index) => index + 1);
    const text = formatCoverage(sumParts([{ path: 'shared/x.ts', lines: 1000, uncovered }]));
    expect(text).toContain('89.9 %');
  });
});
