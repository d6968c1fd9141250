import { describe, expect, it } from 'vitest';
import { createSlotSeries, slotMs } from '../../../../shared/forecast/slot-series.ts';

const series = createSlotSeries([
  { atMs: 3 * slotMs + 5, tokens: 7 },
  { atMs: 0, tokens: 1 },
  { atMs: 3 * slotMs, tokens: 3 },
  { atMs: 9 * slotMs, tokens: 100 },
  { atMs: 5 * slotMs, tokens: 0 },
  { atMs: 6 * slotMs, tokens: Number.NaN },
]);

describe('createSlotSeries', () => {
  it('adds up what is in one slot, in the order of time, and leaves out what is nothing', () => {
    expect([0, 1, 2, 3].map((index) => series.at(index))).toEqual([
      { atMs: 0, tokens: 1 },
      { atMs: 3 * slotMs, tokens: 10 },
      { atMs: 9 * slotMs, tokens: 100 },
      undefined,
    ]);
    expect(series.at(-1)).toBeUndefined();
  });

  it('sums half-open spans', () => {
    expect(series.sumBetween(0, 3 * slotMs)).toBe(1);
    expect(series.sumBetween(slotMs, 9 * slotMs)).toBe(10);
    expect(series.sumBetween(9 * slotMs, 0)).toBe(0);
  });

  it('hides what happens at or after the end of a part', () => {
    const part = series.until(9 * slotMs);
    expect(part.length).toBe(2);
    expect(part.at(2)).toBeUndefined();
    expect(part.sumBetween(0, Infinity)).toBe(11);
    expect(part.until(Infinity).length).toBe(2);
  });
});
