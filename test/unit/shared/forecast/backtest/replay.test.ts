import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../../shared/domain/instant.ts';
import { replay, type BacktestHistory } from '../../../../../shared/forecast/backtest/replay.ts';
import { toPointForecast, type ForecastInput, type ForecastMethod } from '../../../../../shared/forecast/forecast.ts';
import { createSlotSeries, slotMs, type UsedSlot } from '../../../../../shared/forecast/slot-series.ts';

const calendar = createCalendar('UTC');
const toHistory = (slots: readonly UsedSlot[], nowMs: number): BacktestHistory => {
  const all = createSlotSeries(slots);
  return { sources: [all], all, calendar, nowMs };
};
/** Blocks that begin every five hours, each with one amount at its start. */
const blocksOf = (totals: readonly number[]) =>
  toHistory(
    totals.map((tokens, index) => ({ atMs: index * 5 * hourMs, tokens })),
    totals.length * 5 * hourMs,
  );

/** A method that says one number, and notes what it was asked. */
function createStub(total: number | null) {
  const asked: ForecastInput[] = [];
  const method: ForecastMethod = {
    id: 'stub',
    forecast: (input) => (asked.push(input), total === null ? null : toPointForecast(total)),
  };
  return { asked, create: () => method };
}

describe('replay', () => {
  it('forecasts every quarter of an hour of a block, between its start and its end', () => {
    const { create, asked } = createStub(7);
    const forecasts = [...replay(blocksOf([5]), [create])];
    expect(forecasts.map(({ elapsedShare }) => Math.round(elapsedShare * 20))).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    );
    expect(forecasts[0]).toMatchObject({
      ...{ method: 'stub', kind: 'block', nowMs: slotMs, historyDays: 0, used: 5, limit: null },
      window: { startMs: 0, endMs: 5 * hourMs, total: 5 },
      forecast: { quantiles: [7, 7, 7, 7, 7] },
    });
    // What is asked holds no total: that would be the answer.
    expect(asked[0]!.window).toEqual({ kind: 'block', startMs: 0, endMs: 5 * hourMs });
  });

  it('shows a method what had happened by then, and the windows that were over', () => {
    const { create, asked } = createStub(0);
    const slots = [0, 1, 2].map((index) => ({ atMs: index * hourMs, tokens: 10 }));
    const forecasts = [...replay(toHistory([...slots, { atMs: 6 * hourMs, tokens: 1 }], dayMs), [create])];
    expect(forecasts.slice(0, 9).map(({ used }) => used)).toEqual([10, 10, 10, 10, 20, 20, 20, 20, 30]);
    for (const { series, nowMs } of asked) expect(series.sumBetween(nowMs, Infinity)).toBe(0);
    const second = asked.filter(({ window }) => window.startMs === 6 * hourMs);
    expect(second).toHaveLength(19);
    for (const { past } of second) expect(past.map(({ total }) => total)).toEqual([30]);
  });

  it('takes a method that cannot say anything to say that nothing more will come', () => {
    const { create } = createStub(null);
    const slots = [0, 1].map((index) => ({ atMs: index * hourMs, tokens: 10 }));
    const [first, ...rest] = replay(toHistory(slots, 5 * hourMs), [create]);
    expect(first!.forecast.quantiles).toEqual([10, 10, 10, 10, 10]);
    expect(rest.at(-1)!.forecast.interval).toEqual([20, 20]);
  });

  it('has a limit from five windows on: three quarters of them stayed below it', () => {
    const { create } = createStub(45);
    const limits = new Map<number, unknown>();
    for (const { window, limit } of replay(blocksOf([10, 20, 30, 40, 50, 1, 1]), [create])) {
      limits.set(window.startMs / (5 * hourMs), limit);
    }
    expect([...limits.values()].slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(limits.get(5)).toEqual({ tokens: 40, probability: 1 });
    expect(limits.get(6)).toEqual({ tokens: 37.5, probability: 1 });
    const { create: low } = createStub(39);
    const [last] = [...replay(blocksOf([10, 20, 30, 40, 50, 1]), [low])].slice(-1);
    expect(last!.limit).toEqual({ tokens: 40, probability: 0 });
  });

  it('starts over with each source, and replays days and weeks of all of them together', () => {
    let created = 0;
    const { create } = createStub(1);
    const slots = Array.from({ length: 15 }, (_, day) => ({ atMs: day * dayMs, tokens: 1 }));
    const all = createSlotSeries(slots);
    const history = { sources: [all, all], all, calendar, nowMs: 15 * dayMs };
    const forecasts = [...replay(history, [() => ((created += 1), create())])];
    // Twice blocks, once days, once weeks.
    expect(created).toBe(4);
    const startsOf = (kind: string) => [
      ...new Set(forecasts.filter((each) => each.kind === kind).map(({ window }) => window.startMs / dayMs)),
    ];
    // The first day and the first week were not seen as a whole: 1 January 1970 was a Thursday.
    expect(startsOf('day')).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(startsOf('week')).toEqual([4]);
    expect(forecasts.find(({ kind }) => kind === 'week')?.historyDays).toBe(4);
  });
});
