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
/** Not the epoch: rates are those of the time since the window began. */
const startMs = 1_000 * blockMs;

/** A block with 100 tokens in each of its first four quarters of an hour, at half time. */
const input: ForecastInput = {
  window: { kind: 'block', startMs, endMs: startMs + blockMs },
  nowMs: startMs + blockMs / 2,
  series: createSlotSeries([0, 1, 2, 3].map((index) => ({ atMs: startMs + index * quarter, tokens: 100 }))),
  past: [],
  calendar: createCalendar('UTC'),
};
const past = (totals: readonly number[]): readonly PastWindow[] =>
  totals.map((total, index) => ({
    kind: 'block',
    total,
    startMs: startMs + (index - totals.length) * blockMs,
    endMs: startMs + (index + 1 - totals.length) * blockMs,
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
    expect(median(lastHour, { nowMs: startMs + hourMs })).toBe(400 + 4 * 400);
  });

  it('P90 is linear between ranks, needs five windows with usage, and is not below what is used', () => {
    expect(median(p90, { past: past([100, 0, 300, 500, 700]) })).toBeNull();
    expect(median(p90, { past: past([100, 300, 500, 700, 900]) })).toBeCloseTo(820);
    expect(median(p90, { past: past([1, 2, 3, 4, 5]) })).toBe(400);
  });

  it('the historical curve mixes the share at this time in past windows with the straight line', () => {
    // Ten past blocks, each used up in its first quarter of an hour.
    const slots = past(Array.from({ length: 10 }, () => 50)).map((block) => ({ atMs: block.startMs, tokens: 50 }));
    const own = [0, 1, 2, 3].map((index) => ({ atMs: startMs + index * quarter, tokens: 100 }));
    const found = median(historicalCurve, {
      series: createSlotSeries([...slots, ...own]),
      past: past(Array.from({ length: 10 }, () => 50)),
    });
    expect(found).toBeGreaterThan(400);
    expect(found).toBeLessThan(800);
    expect(median(historicalCurve)).toBe(800);
  });

  it('the historical curve follows the newer windows, and leaves idle ones out', () => {
    // Four blocks that were used up at once, then four with half of their usage in each half, and idle ones between.
    const blocks = past([50, 50, 0, 50, 50, 100, 100, 0, 100, 100]);
    const series = createSlotSeries([
      ...blocks.filter(({ total }) => total > 0).map((block) => ({ atMs: block.startMs, tokens: 50 })),
      ...blocks.filter(({ total }) => total === 100).map((block) => ({ atMs: block.endMs - quarter, tokens: 50 })),
      ...[0, 1, 2, 3].map((index) => ({ atMs: startMs + index * quarter, tokens: 100 })),
    ]);
    // At half time half was used: by those blocks, and by the straight line that they are mixed with.
    expect(median(historicalCurve, { series, past: blocks })).toBeCloseTo(800);
    // Idle windows between those that were used up at once change nothing.
    const withIdle = past([50, 0, 50, 0, 50, 0, 50]);
    const atOnce = createSlotSeries([
      ...withIdle.filter(({ total }) => total > 0).map((block) => ({ atMs: block.startMs, tokens: 50 })),
      ...[0, 1, 2, 3].map((index) => ({ atMs: startMs + index * quarter, tokens: 100 })),
    ]);
    const without = median(historicalCurve, { series: atOnce, past: withIdle.filter(({ total }) => total > 0) });
    expect(without).toBeLessThan(800);
    expect(median(historicalCurve, { series: atOnce, past: withIdle })).toBe(without);
    // At the very beginning nothing was ever used: nothing is known of the rest.
    const idleFirst = createSlotSeries(blocks.map((block) => ({ atMs: block.endMs - quarter, tokens: 50 })));
    expect(median(historicalCurve, { series: idleFirst, past: past([50, 50, 50, 50]), nowMs: startMs })).toBe(0);
  });

  it('the straight line says nothing at the very beginning', () => {
    expect(median(linear, { nowMs: startMs })).toBeNull();
  });
});
