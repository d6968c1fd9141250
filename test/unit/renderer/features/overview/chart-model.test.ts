import { addDays, civilRules, createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { describe, expect, it } from 'vitest';
import { toChartModel, toHourRows, type ChartRow } from '../../../../../renderer/features/overview/chart-model.ts';
import {
  parseChoice,
  toChartQuery,
  toSplitOptions,
  type Step,
} from '../../../../../renderer/features/overview/choice.ts';
import type { Bounds } from '../../../../../renderer/state/range.ts';
import { createHourStart } from '../../../../../shared/domain/clock-hour.ts';
import { hourMs } from '../../../../../shared/domain/instant.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

const context = {
  today: '2026-05-14',
  nowMs: Date.parse('2026-05-14T10:20:00Z'),
  calendar: createCalendar('UTC'),
  labelOf: (source: string) => source.toUpperCase(),
};
const week = { since: '2026-05-08', until: '2026-05-14' };
const byDay = { step: 'day', split: 'source', measure: 'tokens' } as const;

function makeRow(key: string, source: string, tokens: number, more: Partial<ChartRow> = {}): ChartRow {
  return {
    key,
    source,
    split: null,
    events: 1,
    unfinishedEvents: 0,
    usage: { ...emptyUsage, outputTokens: tokens },
    costMicroUsd: tokens * 10,
    unpricedModels: [],
    ...more,
  };
}

const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('toChartModel', () => {
  it('has a bar for every day of the range, also those without usage', () => {
    const { bars, series } = toChartModel(
      [makeRow('2026-05-08', 'codex', 3), makeRow('2026-05-10', 'claude-code', 5)],
      byDay,
      week,
      context,
    );
    expect(bars.map(({ key, values }) => [key, ...values])).toEqual([
      ['2026-05-08', 0, 3],
      ['2026-05-09', 0, 0],
      ['2026-05-10', 5, 0],
      ['2026-05-11', 0, 0],
      ['2026-05-12', 0, 0],
      ['2026-05-13', 0, 0],
      ['2026-05-14', 0, 0],
    ]);
    expect(series.map(({ label, total }) => [label, total])).toEqual([
      ['CLAUDE-CODE', 5],
      ['CODEX', 3],
    ]);
  });

  it('moves the start back so that no week or month is cut', () => {
    const choice = { ...byDay, step: 'week' } as const;
    expect(toChartQuery(choice, week, civilRules)).toMatchObject({
      by: 'week',
      since: '2026-05-04',
      until: '2026-05-14',
    });
    expect(toChartModel([], choice, week, context).bars.map(({ key }) => key)).toEqual(['2026-05-04', '2026-05-11']);
    expect(toChartModel([], { ...byDay, step: 'month' }, week, context).bars.map(({ key }) => key)).toEqual([
      '2026-05',
    ]);
    const sundays = createCalendar('UTC', { dayStartHour: 0, weekStartsOn: 0 });
    expect(toChartQuery(choice, week, sundays)?.since).toBe('2026-05-03');
    const bars = toChartModel([], choice, week, { ...context, calendar: sundays }).bars;
    expect(bars.map(({ key }) => key)).toEqual(['2026-05-03', '2026-05-10']);
  });

  it('keeps the latest bars of a range that is too long, and counts the others without building them', () => {
    const count = (step: Step, range: Bounds, now = context) => {
      const { bars, hiddenBars } = toChartModel([], { ...byDay, step }, range, now);
      return [bars.length, bars[0]?.key, bars.at(-1)?.key, hiddenBars];
    };
    const ages = { since: '1600-01-01', until: '9998-12-31' };
    const [firstMs, endMs] = [Date.parse('1600-01-01T00:00:00Z'), Date.parse('9999-01-01T00:00:00Z')];
    expect(count('hour', ages, { ...context, today: ages.until, nowMs: endMs })).toEqual([
      800,
      String(endMs - 800 * hourMs),
      String(endMs - hourMs),
      (endMs - firstMs) / hourMs - 800,
    ]);
    const long = { since: '2020-01-01', until: '2026-05-14' };
    expect(count('day', long)).toEqual([800, '2024-03-06', '2026-05-14', 1526]);
    expect(count('week', long)).toEqual([333, '2019-12-30', '2026-05-11', 0]);
    expect(count('week', { ...long, since: '2010-12-27' })).toEqual([800, '2011-01-17', '2026-05-11', 3]);
    expect(count('month', { ...long, since: '1959-08-20' })).toEqual([800, '1959-10', '2026-05', 2]);
    expect(count('day', { since: '2026-05-14', until: '2026-05-13' })).toEqual([0, undefined, undefined, 0]);
  });

  it('splits a bar into classes that add up to its tokens', () => {
    const usage = { inputTokens: 1, cacheCreation5mTokens: 2, cacheCreation1hTokens: 3, cacheReadTokens: 4, outputTokens: 5, reasoningTokens: 2 }; // prettier-ignore
    const { bars, series } = toChartModel(
      [makeRow('2026-05-14', 'codex', 0, { usage })],
      { ...byDay, split: 'class' },
      week,
      context,
    );
    expect(series.map(({ label }) => label)).toEqual(['Cache reads', 'Cache writes', 'Fresh input', 'Output']);
    expect(bars.at(-1)?.values).toEqual([4, 5, 1, 5]);
  });

  it('shows the six largest, and the others as one', () => {
    const rows = Array.from({ length: 9 }, (_, index) => makeRow('2026-05-14', `s${index}`, index + 1));
    const { series, bars } = toChartModel(rows, byDay, week, context);
    expect(series.map(({ id, total }) => [id, total]).at(-1)).toEqual(['rest', 1 + 2 + 3]);
    expect(bars.at(-1)?.values).toEqual([9, 8, 7, 6, 5, 4, 6]);
  });

  it.each([
    ['America/New_York', '2026-11-01', 25],
    ['America/New_York', '2026-03-08', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    // Its clock changes by half an hour, in the middle of an hour.
    ['Australia/Lord_Howe', '2026-04-05', 25],
    ['Australia/Lord_Howe', '2026-10-04', 24],
  ])('shows all usage in bars when the clock of %s changes on %s', (timeZone, day, count) => {
    const calendar = createCalendar(timeZone);
    const startOf = createHourStart(timeZone);
    const [fromMs, toMs] = [calendar.startOf(day), calendar.startOf(addDays(day, 1))];
    const rows: ChartRow[] = [];
    for (let atMs = fromMs; atMs < toMs; atMs += hourMs / 4) rows.push(makeRow(String(startOf(atMs)), 'codex', 1));
    const { bars } = toChartModel(
      rows,
      { ...byDay, step: 'hour' },
      { since: day, until: day },
      { ...context, calendar, today: day, nowMs: toMs },
    );
    expect(bars).toHaveLength(count);
    expect(new Set(bars.map(({ title }) => title)).size).toBe(count);
    expect(new Set(bars.map(({ label }) => label)).size).toBe(count);
    expect(bars.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(rows.length);
  });

  it('tells hours that the clock shows twice apart by the offset', () => {
    const calendar = createCalendar('America/New_York');
    const day = { since: '2026-11-01', until: '2026-11-01' };
    const later = { ...context, calendar, today: '2026-11-02', nowMs: Date.parse('2026-11-02T12:00:00Z') };
    const { bars } = toChartModel([], { ...byDay, step: 'hour' }, day, later);
    expect(bars.slice(0, 4).map(({ label, title }) => [label, title].map(plain))).toEqual([
      ['12:00 AM', 'Nov 1, 2026, 12:00 AM'],
      ['1:00 AM GMT-4', 'Nov 1, 2026, 1:00 AM GMT-4'],
      ['1:00 AM GMT-5', 'Nov 1, 2026, 1:00 AM GMT-5'],
      ['2:00 AM', 'Nov 1, 2026, 2:00 AM'],
    ]);
  });

  it('has hours up to now, and counts an unknown cost as none', () => {
    const hour = {
      startMs: Date.parse('2026-05-14T09:00:00Z'),
      ...makeRow('', '', 7),
      costMicroUsd: null,
    };
    const choice = { step: 'hour', split: 'source', measure: 'tokens' } as const;
    const rows = toHourRows([{ ...hour, source: 'codex' }]);
    const today = { since: '2026-05-14', until: '2026-05-14' };
    const { bars } = toChartModel(rows, choice, today, context);
    expect(bars).toHaveLength(11);
    expect(bars[9]?.values).toEqual([7]);
    expect(toChartModel(rows, { ...choice, measure: 'cost' }, today, context).series).toEqual([]);
  });

  it('begins with the first usage when nothing bounds the range', () => {
    const { bars } = toChartModel([makeRow('2026-05-12', 'codex', 1)], byDay, { since: null, until: null }, context);
    expect(bars.map(({ key }) => key)).toEqual(['2026-05-12', '2026-05-13', '2026-05-14']);
  });
});

describe('parseChoice', () => {
  it.each([
    ['2026-05-14', '2026-05-14', 'hour'],
    ['2026-04-15', '2026-05-14', 'day'],
    ['2025-05-15', '2026-05-14', 'week'],
    [null, null, 'month'],
  ])('takes a step that gives some dozens of bars: %s to %s', (since, until, step) => {
    expect(parseChoice({}, { since, until })).toEqual({ step, split: 'source', measure: 'tokens' });
  });

  it('does not split by what the ledger cannot answer', () => {
    expect(parseChoice({ split: 'model', step: 'hour' }, week).split).toBe('source');
    expect(parseChoice({ split: 'class', measure: 'cost' }, week).split).toBe('source');
    expect(parseChoice({ split: 'nonsense', step: 'nonsense', measure: 'x' }, week)).toEqual(byDay);
    expect(toSplitOptions({ step: 'hour', measure: 'cost' }).map(({ value }) => value)).toEqual(['source']);
  });
});
