import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../shared/domain/instant.ts';
import { listPastBlocks, listPastPeriods, listSpansBefore } from '../../../../shared/forecast/past-windows.ts';
import { createSlotSeries } from '../../../../shared/forecast/slot-series.ts';

const monday = Date.UTC(2026, 0, 5);
const seriesOf = (...slots: readonly (readonly [atMs: number, tokens: number])[]) =>
  createSlotSeries(slots.map(([atMs, tokens]) => ({ atMs, tokens })));

describe('past blocks', () => {
  it('begin with the full hour of a usage, never before the last one’s end, and are over', () => {
    const series = seriesOf(
      [monday + 1.25 * hourMs, 1],
      [monday + 5.75 * hourMs, 2],
      [monday + 6 * hourMs, 4],
      [monday + 20 * hourMs, 8],
    );
    const blocks = listPastBlocks(series, monday + 25 * hourMs).map(({ startMs, endMs, total }) => [
      (startMs - monday) / hourMs,
      (endMs - monday) / hourMs,
      total,
    ]);
    expect(blocks).toEqual([
      [1, 6, 3],
      [6, 11, 4],
      [20, 25, 8],
    ]);
    expect(listPastBlocks(series, monday + 25 * hourMs - 1)).toHaveLength(2);
    expect(listPastBlocks(seriesOf(), monday)).toEqual([]);
  });
});

describe('past days and weeks', () => {
  const calendar = createCalendar('UTC');
  const series = seriesOf([monday + hourMs, 1], [monday + dayMs, 2], [monday + 8 * dayMs, 4]);

  it('are those that were seen as a whole and are over, idle ones too', () => {
    const days = listPastPeriods('day', series, calendar, monday + 4 * dayMs);
    expect(days.map(({ startMs, total }) => [(startMs - monday) / dayMs, total])).toEqual([
      [1, 2],
      [2, 0],
      [3, 0],
    ]);
    expect(listPastPeriods('week', series, calendar, monday + 14 * dayMs)).toEqual([
      { kind: 'week', startMs: monday + 7 * dayMs, endMs: monday + 14 * dayMs, total: 4 },
    ]);
    expect(listPastPeriods('week', series, calendar, monday + 14 * dayMs - 1)).toEqual([]);
    expect(listPastPeriods('day', seriesOf(), calendar, monday)).toEqual([]);
  });
});

describe('spans before a window', () => {
  const windowAt = (startMs: number, lengthMs = 5 * hourMs) => ({
    kind: 'week' as const,
    startMs,
    endMs: startMs + lengthMs,
  });

  it('have its length, end where the next begins, and were seen as a whole', () => {
    const series = seriesOf([monday, 1], [monday + 5 * hourMs, 2], [monday + 11 * hourMs, 4]);
    const spans = listSpansBefore(windowAt(monday + 15 * hourMs), series);
    expect(spans).toEqual(
      [
        [0, 1],
        [5, 2],
        [10, 4],
      ].map(([hour, total]) => ({
        ...{ kind: 'week', total },
        startMs: monday + hour! * hourMs,
        endMs: monday + (hour! + 5) * hourMs,
      })),
    );
    // A little later the first one was not seen as a whole.
    expect(listSpansBefore(windowAt(monday + 15 * hourMs - 1), series)).toHaveLength(2);
  });

  it('reach back eight weeks, and are none without usage or length', () => {
    const old = seriesOf([monday - 400 * dayMs, 1]);
    const spans = listSpansBefore(windowAt(monday, 7 * dayMs), old);
    expect(spans).toHaveLength(8);
    expect(spans[0]!.startMs).toBe(monday - 56 * dayMs);
    expect(listSpansBefore(windowAt(monday), seriesOf())).toEqual([]);
    expect(listSpansBefore(windowAt(monday, 0), old)).toEqual([]);
    expect(listSpansBefore(windowAt(monday, -hourMs), old)).toEqual([]);
  });
});
