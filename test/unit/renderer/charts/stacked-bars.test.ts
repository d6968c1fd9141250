import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLabelled, toTicks } from '../../../../renderer/charts/stacked-bars.ts';

describe('toTicks', () => {
  it('uses round steps', () => {
    expect(toTicks(37_000_000)).toEqual([0, 10_000_000, 20_000_000, 30_000_000, 40_000_000]);
    expect(toTicks(0)).toEqual([0, 1]);
  });

  it('reaches beyond the largest value in at most four steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (largest) => {
        const ticks = toTicks(largest);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('toLabelled', () => {
  it('labels the last bar and about as many as wanted', () => {
    expect([...toLabelled(30, 6)].sort((a, b) => a - b)).toEqual([4, 9, 14, 19, 24, 29]);
    expect([...toLabelled(1, 6)]).toEqual([0]);
    expect(toLabelled(0, 6).size).toBe(0);
  });
});
