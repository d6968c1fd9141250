import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { hourMs } from '../../../../shared/domain/instant.ts';
import { ccusage } from '../../../../shared/forecast/methods/ccusage.ts';
import { historicalCurve } from '../../../../shared/forecast/methods/historical-curve.ts';
import { lastHour } from '../../../../shared/forecast/methods/last-hour.ts';
import { linear } from '../../../../shared/forecast/methods/linear.ts';
import { nothingMore } from '../../../../shared/forecast/methods/nothing-more.ts';
import { p90 } from '../../../../shared/forecast/methods/p90.ts';
import type { ForecastInput, PastWindow } from '../../../../shared/forecast/forecast.ts';
import { createSlotSeries } from '../../../../shared/forecast/slot-series.ts';

const quarter = hourMs / 4;
const blockMs = 5 * hourMs;

/** A block with 100 tokens in each of its first four quarters of an hour, at half time. */
const input: ForecastInput = {
  window: { kind: 'block', startMs: 0, endMs: blockMs },
  nowMs: blockMs / 2,
  series: createSlotSeries([0, 1, 2, 3].map((index) => ({ atMs: index * quarter, tokens: 100 }))),
  past: [],
  calendar: createCalendar('UTC'),
};
const past = (totals: readonly number[]): readonly PastWindow[] =>
  totals.map((total, index) => ({
    kind: 'block',
    total,
    startMs: (index - totals.length) * blockMs,
    endMs: (index + 1 - totals.length) * blockMs,
  }));
const median = (method: typeof linear, rest: Partial<ForecastInput> = {}) =>
  method.forecast({ ...input, ...rest })?.quantiles[2] ?? null;

describe('baselines', () => {
  it.each([
    ['nothing more', nothingMore, 400],
    // Nothing in the last hour.
    ['the last hour', lastHour, 400],
    ['linear', linear, 800],
    // 400 in an hour of activity, for the two hours and a half that are left.
    ['ccusage', ccusage, 1_400],
  ] as const)('%s', (_, method, expected) => {
    expect(median(method)).toBe(expected);
  });

  it('the last hour goes on at its rate', () => {
    expect(median(lastHour, { nowMs: hourMs })).toBe(400 + 4 * 400);
  });

  it('P90 is linear between ranks, needs five windows with usage, and is not below what is used', () => {
    expect(median(p90, { past: past([100, 0, 300, 500, 700]) })).toBeNull();
    expect(median(p90, { past: past([100, 300, 500, 700, 900]) })).toBeCloseTo(820);
    expect(median(p90, { past: past([1, 2, 3, 4, 5]) })).toBe(400);
  });

  it('the historical curve mixes the share at this time in past windows with the straight line', () => {
    // Ten past blocks, each used up in its first quarter of an hour.
    const slots = past(Array.from({ length: 10 }, () => 50)).map(({ startMs }) => ({ atMs: startMs, tokens: 50 }));
    const own = [0, 1, 2, 3].map((index) => ({ atMs: index * quarter, tokens: 100 }));
    const found = median(historicalCurve, {
      series: createSlotSeries([...slots, ...own]),
      past: past(Array.from({ length: 10 }, () => 50)),
    });
    expect(found).toBeGreaterThan(400);
    expect(found).toBeLessThan(800);
    expect(median(historicalCurve)).toBe(800);
  });
});
