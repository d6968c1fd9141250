import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { hourMs } from '../../../../../shared/domain/instant.ts';
import { backtest } from '../../../../../shared/forecast/backtest/backtest.ts';
import { createSlotSeries } from '../../../../../shared/forecast/slot-series.ts';

const calendar = createCalendar('UTC');
const all = createSlotSeries([0, 5, 10, 15, 20, 25, 30].map((hour) => ({ atMs: hour * hourMs, tokens: 100 })));
const history = { sources: [all], all, calendar, nowMs: 35 * hourMs };

describe('backtest', () => {
  it('judges every method at every compared share, and whether blocks run out', () => {
    const rows = backtest([history]);
    const methods = (quantity: string, elapsedShare: number | null) =>
      rows
        .filter((row) => row.quantity === quantity && row.elapsedShare === elapsedShare && row.historyDays === null)
        .map(({ method }) => method);
    const every = ['nothing-more', 'last-hour', 'linear', 'ccusage', 'p90', 'historical-curve', 'fuelgauge'];
    for (const share of [0.25, 0.5, 0.75]) expect(methods('block-total', share)).toEqual(every);
    expect(methods('run-out', null)).toEqual(every);
    expect(methods('day-total', 0.5)).toEqual([]);
  });

  it('judges several histories together', () => {
    const count = (rows: ReturnType<typeof backtest>) =>
      rows.find(({ method, historyDays }) => method === 'linear' && historyDays === null)?.forecasts;
    expect(count(backtest([history]))).toBe(7);
    expect(count(backtest([history, history]))).toBe(14);
  });

  it('has nothing to say of an empty history', () => {
    expect(backtest([{ sources: [], all: createSlotSeries([]), calendar, nowMs: 0 }])).toEqual([]);
  });
});
