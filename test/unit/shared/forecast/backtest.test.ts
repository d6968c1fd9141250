import { beforeAll, describe, expect, it } from 'vitest';
import type { BacktestRow } from '../../../../shared/domain/backtest.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { backtest } from '../../../../shared/forecast/backtest/backtest.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { replay } from '../../../../shared/forecast/backtest/replay.ts';
import { baselines } from '../../../../shared/forecast/methods/all-methods.ts';
import { createFuelgaugeMethod } from '../../../../shared/forecast/methods/fuelgauge.ts';
import { createSlotSeries, type SlotSeries } from '../../../../shared/forecast/slot-series.ts';
import { makeUpHistories } from '../../../support/made-up-histories.ts';

const calendar = createCalendar('UTC');
// Replays of weeks take seconds. What each rule does is in the tests of its file; mutants do not meet these.

describe('a backtest of eight weeks', () => {
  let rows: readonly BacktestRow[] = [];
  beforeAll(() => {
    const office = makeUpHistories('test').find(({ name }) => name === 'office hours')!;
    rows = backtest([{ ...office, calendar }]);
  });

  it('judges every method on the same forecasts', () => {
    for (const quantity of ['block-total', 'day-total', 'week-total'] as const) {
      for (const share of [0.25, 0.5, 0.75]) {
        const same = rows.filter(
          (row) => row.quantity === quantity && row.elapsedShare === share && row.historyDays === null,
        );
        expect(same.map(({ method }) => method)).toEqual([
          'nothing-more',
          'last-hour',
          'linear',
          'ccusage',
          'p90',
          'historical-curve',
          'fuelgauge',
        ]);
        expect(new Set(same.map(({ forecasts }) => forecasts)).size).toBe(1);
      }
    }
  });

  it('adds up: the ages of the history share out all forecasts', () => {
    const ours = rows.filter(
      (row) => row.method === 'fuelgauge' && row.quantity === 'day-total' && row.elapsedShare === 0.5,
    );
    const [all, ...aged] = ours.map(({ forecasts }) => forecasts);
    expect(aged.length).toBeGreaterThan(2);
    expect(aged.reduce((sum, forecasts) => sum + forecasts, 0)).toBe(all);
  });

  it('finds that a person with habits is foreseen better than by any baseline', () => {
    for (const share of [0.25, 0.5, 0.75]) {
      const same = rows.filter(
        (row) => row.quantity === 'block-total' && row.elapsedShare === share && row.historyDays === null,
      );
      const ours = same.find(({ method }) => method === 'fuelgauge')?.pinball ?? Infinity;
      const best = Math.min(
        ...same.filter(({ method }) => method !== 'fuelgauge').map(({ pinball }) => pinball ?? Infinity),
      );
      expect(ours).toBeLessThan(0.9 * best);
    }
  });

  it('holds about 80 % of the totals in the intervals', () => {
    const held = rows.filter(
      (row) => row.method === 'fuelgauge' && row.quantity === 'block-total' && row.historyDays === null,
    );
    for (const { coverage80 } of held) {
      expect(coverage80).toBeGreaterThan(0.7);
      expect(coverage80).toBeLessThan(0.92);
    }
  });

  it('counts alarms: who always says "runs out" misses nothing, who never does misses all', () => {
    const of = (method: string) =>
      rows.find((row) => row.quantity === 'run-out' && row.method === method && row.elapsedShare === null);
    expect(of('nothing-more')).toMatchObject({ falseAlarms: 0, leadMinutes: null });
    expect(of('nothing-more')?.missed).toBeGreaterThan(5);
    expect(of('p90')).toMatchObject({ missed: 0 });
    expect(of('p90')?.falseAlarms).toBeGreaterThan(5);
  });
});

const methods = [...baselines.map((method) => () => method), () => createFuelgaugeMethod()];

function listSlots(series: SlotSeries) {
  return Array.from({ length: series.length }, (_, index) => series.at(index)!);
}

describe('a replay', () => {
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
