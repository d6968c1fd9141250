import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isResetBetween, splitCycles } from '../../../../shared/limits/cycles.ts';
import { makeReading } from '../../../support/make-reading.ts';

const minute = 60_000;
const at = (observedMinute: number, usedPercent: number | null, resetMinute: number | null) =>
  makeReading({
    observedAtMs: observedMinute * minute,
    usedPercent,
    resetsAtMs: resetMinute === null ? null : resetMinute * minute,
  });

describe('isResetBetween', () => {
  it.each([
    ['use that rises', at(0, 10, 300), at(5, 12, 300), false],
    ['a reset computed anew', at(0, 10, 300), at(5, 12, 304), false],
    ['a percentage rounded elsewhere', at(0, 10.4, 300), at(5, 9.5, 300), false],
    ['use that falls', at(0, 10, 300), at(5, 8, 300), true],
    ['use that falls, without resets', at(0, 10, null), at(5, 8, null), true],
    ['a reset that moves ahead', at(0, 10, 300), at(5, 12, 306), true],
    ['a reset that moves back', at(0, 10, 300), at(5, 12, 290), true],
    ['a reset that has passed', at(0, 10, 300), at(300, 10, null), true],
    ['use that falls by what rounding explains', at(0, 10, null), at(5, 9, null), false],
    ['a reset that moves as far as a server may', at(0, 10, 300), at(5, 12, 305), false],
    ['no figures', at(0, null, null), at(5, 8, null), false],
    ['a figure that is no longer given', at(0, 8, null), at(5, null, null), false],
    ['a reset that is given late', at(0, 10, null), at(5, 12, 300), false],
  ])('after %s: see the last column', (_what, earlier, later, expected) => {
    expect(isResetBetween(earlier, later)).toBe(expected);
  });
});

describe('splitCycles', () => {
  it('starts a cycle at every reset', () => {
    const readings = [at(0, 80, 10), at(5, 90, 10), at(12, 1, 312), at(20, 4, 312), at(30, 5, 700), at(40, 2, 700)];
    expect(splitCycles(readings).map((cycle) => cycle.map(({ usedPercent }) => usedPercent))).toEqual([
      [80, 90],
      [1, 4],
      [5],
      [2],
    ]);
    expect(splitCycles([])).toEqual([]);
  });

  it('keeps every reading once, in order, and use never falls within a cycle', () => {
    const steps = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 400 }),
        used: fc.integer({ min: 0, max: 100 }),
        reset: fc.option(fc.integer({ min: 0, max: 900 })),
      }),
    );
    fc.assert(
      fc.property(steps, (list) => {
        let minuteNow = 0;
        const readings = list.map(({ after, used, reset }) => {
          minuteNow += after;
          return at(minuteNow, used, reset === null ? null : minuteNow + reset);
        });
        const cycles = splitCycles(readings);
        expect(cycles.flat()).toEqual(readings);
        for (const cycle of cycles) {
          cycle.slice(1).forEach((reading, index) => {
            expect(reading.usedPercent!).toBeGreaterThanOrEqual(cycle[index]!.usedPercent! - 1);
          });
        }
      }),
    );
  });
});
