import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { dayMs } from '../../../../../shared/domain/instant.ts';
import { replay } from '../../../../../shared/forecast/backtest/replay.ts';
import { baselines } from '../../../../../shared/forecast/methods/all-methods.ts';
import { createFuelgaugeMethod } from '../../../../../shared/forecast/methods/fuelgauge.ts';
import { createSlotSeries, type SlotSeries } from '../../../../../shared/forecast/slot-series.ts';
import { makeUpHistories } from '../../../../support/made-up-histories.ts';

const calendar = createCalendar('UTC');
const methods = [...baselines.map((method) => () => method), () => createFuelgaugeMethod()];

function listSlots(series: SlotSeries) {
  return Array.from({ length: series.length }, (_, index) => series.at(index)!);
}

describe('replay', () => {
  it('forecasts every quarter of an hour', () => {
    const series = createSlotSeries([{ atMs: 0, tokens: 5 }]);
    const block = [...replay({ sources: [series], all: series, calendar, nowMs: dayMs }, methods)].filter(
      ({ kind, method }) => kind === 'block' && method === 'linear',
    );
    expect(block.map(({ elapsedShare }) => Math.round(elapsedShare * 20))).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    );
  });

  it('never looks ahead: with another future, the forecasts until then are the same', () => {
    const { all } = makeUpHistories('future').find(({ name }) => name === 'bursts')!;
    const slots = listSlots(all.until(all.at(0)!.atMs + 24 * dayMs));
    const cutMs = slots[Math.floor(slots.length / 2)]!.atMs;
    // What comes after the cut is ten times as much, a quarter of an hour later.
    const other = createSlotSeries(
      slots.map(({ atMs, tokens }) =>
        atMs < cutMs ? { atMs, tokens } : { atMs: atMs + 900_000, tokens: tokens * 10 },
      ),
    );
    const until = (series: SlotSeries) =>
      [...replay({ sources: [series], all: series, calendar, nowMs: cutMs + 8 * dayMs }, methods)]
        .filter(({ nowMs }) => nowMs <= cutMs)
        .map(({ method, kind, nowMs, forecast, limit }) => [
          method,
          kind,
          nowMs,
          forecast.quantiles,
          forecast.interval,
          limit,
        ]);
    const before = until(createSlotSeries(slots));
    expect(before.length).toBeGreaterThan(1_000);
    expect(until(other)).toEqual(before);
  });
});
