import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../shared/domain/instant.ts';
import { createDistribution } from '../../../../shared/forecast/distribution.ts';
import type { ForecastInput, PastWindow } from '../../../../shared/forecast/forecast.ts';
import { mixWithPast } from '../../../../shared/forecast/past-remainders.ts';
import { createSlotSeries } from '../../../../shared/forecast/slot-series.ts';

const calendar = createCalendar('UTC');
/** A Thursday: there are workdays before it. */
const today = Date.UTC(2026, 0, 8);
const nowMs = today + 12 * hourMs;
const nothing = createDistribution([{ value: 0, weight: 1 }], 1);

interface Day {
  readonly ago: number;
  /** Tokens at these hours. */
  readonly hours: Readonly<Record<number, number>>;
}

/** Noon of a day, after the given days; oldest first. */
function inputOf(days: readonly Day[], now: Readonly<Record<number, number>> = {}): ForecastInput {
  const slots = [...days, { ago: 0, hours: now }].flatMap(({ ago, hours }) =>
    Object.entries(hours).map(([hour, tokens]) => ({ atMs: today - ago * dayMs + Number(hour) * hourMs, tokens })),
  );
  const past = days.map(({ ago, hours }): PastWindow => ({
    kind: 'day',
    startMs: today - ago * dayMs,
    endMs: today - (ago - 1) * dayMs,
    total: Object.values(hours).reduce((sum, tokens) => sum + tokens, 0),
  }));
  const window = { kind: 'day', startMs: today, endMs: today + dayMs } as const;
  return { window, nowMs, series: createSlotSeries(slots), past, calendar };
}
/** The weight of past windows, from the probability that something comes: each of them goes on, and similar moments do not. */
function weightOf(input: ForecastInput): number {
  const share = mixWithPast(nothing, input).exceeds(0);
  return (2 * share) / (0.8 - share);
}
const afternoon = { 15: 100 };

describe('mixWithPast', () => {
  it('gives past windows a share that grows with their weight, to four fifths', () => {
    expect(mixWithPast(nothing, inputOf([{ ago: 1, hours: afternoon }])).exceeds(0)).toBeCloseTo(0.8 / 3);
    const many = Array.from({ length: 200 }, (_, index) => ({ ago: 7 * (200 - index), hours: afternoon }));
    expect(mixWithPast(nothing, inputOf(many)).exceeds(0)).toBeGreaterThan(0.7);
    expect(mixWithPast(nothing, inputOf(many)).exceeds(0)).toBeLessThan(0.8);
  });

  it('keeps what similar moments say in the rest', () => {
    const moments = createDistribution(
      Array.from({ length: 40 }, (_, index) => ({ value: index + 1, weight: 1 })),
      1,
    );
    const mixed = mixWithPast(moments, inputOf([{ ago: 1, hours: {} }]));
    const rest = 1 - 0.8 / 3;
    expect([0, 1, 20, 39, 40].map((value) => mixed.exceeds(value))).toEqual(
      [40, 39, 20, 1, 0].map((above) => expect.closeTo((rest * above) / 40)),
    );
  });

  it('counts what came after the same part of each window', () => {
    // 100 of 130 tokens came before noon.
    const mixed = mixWithPast(nothing, inputOf([{ ago: 1, hours: { 9: 100, 13: 30 } }]));
    expect([29, 30].map((value) => mixed.exceeds(value) > 0)).toEqual([true, false]);
  });

  it('counts a window half that is twenty windows older', () => {
    // Both are Thursdays; only the older one, or only the newer one, goes on.
    const older = mixWithPast(
      nothing,
      inputOf([
        { ago: 14, hours: afternoon },
        { ago: 7, hours: {} },
      ]),
    ).exceeds(0);
    const newer = mixWithPast(
      nothing,
      inputOf([
        { ago: 14, hours: {} },
        { ago: 7, hours: afternoon },
      ]),
    ).exceeds(0);
    expect(older / newer).toBeCloseTo(0.5 ** (1 / 20));
  });

  it('counts windows of another kind less', () => {
    expect(weightOf(inputOf([{ ago: 1, hours: afternoon }]))).toBeCloseTo(1);
    // A Sunday.
    expect(weightOf(inputOf([{ ago: 4, hours: afternoon }]))).toBeCloseTo(0.3);
    // Something was done before noon, and nothing today; and the other way round.
    expect(weightOf(inputOf([{ ago: 1, hours: { 6: 5, ...afternoon } }]))).toBeCloseTo(0.3);
    expect(weightOf(inputOf([{ ago: 1, hours: afternoon }], { 6: 5 }))).toBeCloseTo(0.3);
    expect(weightOf(inputOf([{ ago: 1, hours: { 6: 5, ...afternoon } }], { 7: 9 }))).toBeCloseTo(1);
    // At work then, and not now; the two hours before count.
    expect(weightOf(inputOf([{ ago: 1, hours: { 10: 5, ...afternoon } }], { 7: 9 }))).toBeCloseTo(0.3);
    expect(weightOf(inputOf([{ ago: 1, hours: { 6: 5, ...afternoon } }], { 11: 9 }))).toBeCloseTo(0.3);
    expect(weightOf(inputOf([{ ago: 1, hours: { 10: 5, ...afternoon } }], { 11: 9 }))).toBeCloseTo(1);
  });

  it('counts any days of a week alike', () => {
    const input = inputOf([{ ago: 4, hours: afternoon }]);
    expect(weightOf({ ...input, window: { ...input.window, kind: 'week' } })).toBeCloseTo(1);
  });

  it('leaves blocks, and moments without past windows, as they are', () => {
    const input = inputOf([{ ago: 1, hours: afternoon }]);
    expect(mixWithPast(nothing, { ...input, window: { ...input.window, kind: 'block' } })).toBe(nothing);
    expect(mixWithPast(nothing, { ...input, past: [] })).toBe(nothing);
  });
});
