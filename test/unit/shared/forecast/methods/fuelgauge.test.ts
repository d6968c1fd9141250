import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { hourMs } from '../../../../../shared/domain/instant.ts';
import { situations } from '../../../../../shared/forecast/usage-pattern.ts';
import { createCalibration } from '../../../../../shared/forecast/calibration.ts';
import type { ForecastInput } from '../../../../../shared/forecast/forecast.ts';
import { createFuelgaugeMethod, forecastTotal } from '../../../../../shared/forecast/methods/fuelgauge.ts';
import type { Prior } from '../../../../../shared/forecast/prior.ts';
import { createSlotSeries } from '../../../../../shared/forecast/slot-series.ts';

const blockMs = 5 * hourMs;
const startMs = 1_000 * blockMs;
/** Values so fine that every change of an interval's level is seen. */
const fine: Prior = {
  horizons: [1],
  values: [Array.from({ length: situations }, () => Array.from({ length: 2_000 }, (_, index) => (index + 1) / 1_000))],
};
const series = createSlotSeries([
  { atMs: startMs - blockMs, tokens: 100 },
  { atMs: startMs, tokens: 100 },
  { atMs: startMs + blockMs, tokens: 100 },
]);
/** A moment in a block by its number, after those before it; what they came to was far more than was forecast. */
function at(block: number, elapsedShare: number): ForecastInput {
  const blockAt = (index: number) =>
    ({ kind: 'block', startMs: startMs + index * blockMs, endMs: startMs + (index + 1) * blockMs }) as const;
  const window = blockAt(block);
  const nowMs = window.startMs + elapsedShare * blockMs;
  const past = Array.from({ length: block }, (_, index) => ({ ...blockAt(index), total: 1e9 }));
  return { window, nowMs, series: series.until(nowMs), past, calendar: createCalendar('UTC') };
}
/** The interval in the next block once a method has been asked, and what it is when only these moments teach it. */
function askAfter(asked: readonly number[]) {
  const method = createFuelgaugeMethod(fine);
  for (const share of asked) method.forecast(at(0, share));
  return (share: number) => method.forecast(at(1, share))?.interval;
}
function taughtBy(shares: readonly number[]) {
  const calibration = createCalibration();
  for (const share of shares) {
    calibration.note({ ...forecastTotal(at(0, share), calibration, fine)!.experience, total: 1e9 });
  }
  return (share: number) => forecastTotal(at(1, share), calibration, fine)?.interval;
}

describe('the shipped method', () => {
  it('learns from its forecasts at each quarter of a window, once it is over', () => {
    const [found, expected, untaught] = [askAfter([0.25, 0.5, 0.75]), taughtBy([0.25, 0.5, 0.75]), taughtBy([])];
    for (const share of [0.25, 0.5, 0.75]) {
      expect(found(share)).toEqual(expected(share));
      expect(found(share)).not.toEqual(untaught(share));
    }
  });

  it('learns from no other moment', () => {
    const [found, untaught] = [askAfter([0, 0.3, 0.45, 0.7, 1]), taughtBy([])];
    for (const share of [0.25, 0.5, 0.75]) expect(found(share)).toEqual(untaught(share));
  });

  it('learns from each of them once', () => {
    const [found, expected] = [askAfter([0.5]), taughtBy([0.5])];
    expect([found(0.45), found(0.5), found(0.55)]).toEqual([expected(0.45), expected(0.5), expected(0.55)]);
  });

  it('says nothing before there is any usage', () => {
    expect(createFuelgaugeMethod(fine).forecast({ ...at(0, 0.5), series: createSlotSeries([]) })).toBeNull();
  });
});

describe('forecastTotal', () => {
  const made = forecastTotal(at(0, 0.5), createCalibration(), fine)!;

  it('is never less than what is used, and more than that by what is still to come', () => {
    // Ten slots are left, of which others use up to two usual ones of a hundred tokens each; little of a day is known.
    expect(made.used).toBe(100);
    expect(made.trust).toBeCloseTo(0.6, 1);
    const upTo = made.trust * 2_000;
    expect([0, 99, 100, 100 + upTo / 2, 100 + upTo].map((tokens) => made.exceeds(tokens))).toEqual(
      [1, 1, 1, 0.5, 0].map((share) => expect.closeTo(share, 1)),
    );
    expect(made.exceeds(99)).toBe(1);
    expect(made.nothingMore).toBeLessThan(0.1);
    expect(made.experience.scale).toBeCloseTo(100);
  });

  it('says that nothing more comes of a day of somebody unknown, and holds no total above it for likely', () => {
    const input = at(0, 0.9);
    const day = forecastTotal({ ...input, window: { ...input.window, kind: 'day' } }, createCalibration(), fine)!;
    expect(day.trust).toBe(0);
    expect([day.exceeds(99), day.exceeds(100), day.exceeds(101)]).toEqual([1, 0, 0]);
    expect(day.nothingMore).toBe(1);
    expect(day.quantiles).toEqual([100, 100, 100, 100, 100]);
  });
});
