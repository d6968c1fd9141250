import { civilRules } from '../../../../../shared/domain/calendar-day.ts';
import { describe, expect, it, vi } from 'vitest';
import {
  toCalendarView,
  toChartSummary,
  toFigures,
  toNotes,
  toWeekdayLabels,
  toWeekView,
} from '../../../../../renderer/features/overview/view-model.ts';
import { usDollar } from '../../../../../shared/domain/money.ts';
import type { Overview, SpanFigures } from '../../../../../shared/domain/overview.ts';
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

function makeFigures(tokens: number, patch: Partial<SpanFigures> = {}): SpanFigures {
  const usage = { ...emptyUsage, cacheReadTokens: tokens };
  const totals = { events: 1, unfinishedEvents: 0, usage, costMicroUsd: tokens, unpricedModels: [] };
  return { totals, sessions: 2, projects: 1, cacheSavedMicroUsd: 3_000_000, limitStops: 0, ...patch };
}

function makeOverview(figures: SpanFigures, before: SpanFigures | null): Overview {
  const range = { since: '2026-05-08', until: '2026-05-14' };
  const head = { generatedAtMs: 0, timeZone: 'UTC' };
  return { ...head, ...range, figures, before, beforeUntilMs: null, places: [], otherPlaces: figures.totals };
}

describe('toChartSummary', () => {
  const choice = { step: 'day', split: 'source', measure: 'tokens' } as const;

  it('says when the chart does not show the whole range', () => {
    const whole = { bars: [], series: [], hiddenBars: 0 };
    expect(toChartSummary(whole, choice, usDollar)).toBe('No usage in this range.');
    const bar = { key: '2026-05-14', label: 'May 14', title: 'Thu, May 14, 2026', values: [1_000] };
    expect(toChartSummary({ ...whole, bars: [bar], hiddenBars: 3 }, choice, usDollar)).toBe(
      '1K tokens; highest: Thu, May 14, 2026, 1K tokens. ' +
        'The start of the range is left out: it is too long for such short steps.',
    );
    expect(toChartSummary({ ...whole, hiddenBars: 3 }, choice, usDollar)).toMatch(
      / The start of the range is left out/,
    );
  });
});

describe('toFigures', () => {
  it('marks a cost that lacks that of some models', () => {
    const { totals } = makeFigures(2_000_000);
    const part = makeFigures(0, { totals: { ...totals, unpricedModels: ['m'] } });
    expect(toFigures(makeOverview(part, null), usDollar)[1]?.value).toBe('$2.00+');
    expect(toFigures(makeOverview(makeFigures(2_000_000), null), usDollar)[1]?.value).toBe('$2.00');
  });

  it('says how much more or less than in the range before', () => {
    const [up] = toFigures(makeOverview(makeFigures(150), makeFigures(100)), usDollar);
    expect(up).toMatchObject({ value: '150', note: '+50% vs. the 7 days before', trend: 'up' });
    const day = { ...makeOverview(makeFigures(150), makeFigures(100)), since: '2026-05-14' };
    expect(toFigures(day, usDollar)[0]?.note).toBe('+50% vs. the day before');
    const beforeUntilMs = Date.parse('2026-05-13T15:00:00Z');
    const soFar = { ...day, beforeUntilMs };
    expect(toFigures(soFar, usDollar)[0]?.note).toMatch(/^\+50% vs\. the day before, up to 3:00\sPM$/u);
    const month = { ...soFar, since: '2026-04-15' };
    expect(toFigures(month, usDollar)[0]?.note).toBe('+50% vs. the 30 days before');
    const first = { ...soFar, before: makeFigures(0) };
    expect(toFigures(first, usDollar)[0]?.note).toMatch(/^Nothing in the range before, up to 3:00\sPM$/u);
    const [down] = toFigures(makeOverview(makeFigures(50), makeFigures(100)), usDollar);
    expect(down).toMatchObject({ note: '−50% vs. the 7 days before', trend: 'down' });
    const [same] = toFigures(makeOverview(makeFigures(100), makeFigures(100)), usDollar);
    expect(same).toMatchObject({ note: '±0% vs. the 7 days before', trend: null });
  });

  it('compares with nothing where there is nothing', () => {
    expect(toFigures(makeOverview(makeFigures(1), null), usDollar)[0]?.note).toBe('No earlier range to compare with');
    expect(toFigures(makeOverview(makeFigures(1), makeFigures(0)), usDollar)[0]?.note).toBe(
      'Nothing in the range before',
    );
  });

  it('keeps unknown apart from zero', () => {
    const unknown = makeFigures(0, { cacheSavedMicroUsd: null, limitStops: null });
    const [, , cache, , stops] = toFigures(makeOverview(unknown, null), usDollar);
    expect(cache).toMatchObject({ value: null, note: 'No cost is known' });
    expect(stops).toMatchObject({ value: null, note: 'No limit was read in this range' });
    const [, , dear, , none] = toFigures(
      makeOverview(makeFigures(1, { cacheSavedMicroUsd: -2_000_000 }), null),
      usDollar,
    );
    expect(dear?.note).toBe('cost about $2.00 more than it saved');
    expect(none?.value).toBe('0 times');
  });
});

it('says what the sums do not include', () => {
  const { totals } = makeFigures(1);
  expect(toNotes(totals)).toEqual([]);
  expect(toNotes({ ...totals, unpricedModels: ['x'], unfinishedEvents: 2 })).toHaveLength(2);
});

describe('the heatmaps', () => {
  it('have a cell for every day from a Monday to today, and name the best', () => {
    const row = { key: '2026-05-13', events: 1, usage: { ...emptyUsage, outputTokens: 9 } } as ReportRow;
    const view = toCalendarView([row], '2026-05-04', '2026-05-14', 'tokens', usDollar);
    expect(view.cells).toHaveLength(11);
    expect(view.columns).toBe(2);
    expect(view.cells[9]).toMatchObject({ column: 1, row: 2, level: 4 });
    expect(view.label).toBe('1 of 11 days with usage; the most on Wed, May 13, 2026: 9 tokens.');
    expect(toCalendarView([], '2026-05-04', '2026-05-14', 'tokens', usDollar).label).toBe('No usage in the last year.');
    // The first week begins before the year does: its earlier days are none of the 365.
    const early = { ...row, key: '2025-05-13' };
    const year = toCalendarView([row, early], '2025-05-12', '2026-05-14', 'tokens', usDollar);
    expect([year.cells.length, year.columns]).toEqual([365, 53]);
    expect(year.cells[0]).toMatchObject({ column: 0, row: 3 });
    expect(year.label).toMatch(/^1 of 365 days with usage/);
  });

  it('do not call a day unused whose cost is unknown', () => {
    const row = { key: '2026-05-13', events: 1, usage: { ...emptyUsage, outputTokens: 9 }, costMicroUsd: null };
    const priced = { ...row, key: '2026-05-12', costMicroUsd: 2_000_000 };
    const view = toCalendarView([row, priced] as ReportRow[], '2026-05-11', '2026-05-14', 'cost', usDollar);
    expect(view.cells.map(({ title }) => title.replace(/^.*: /, ''))).toEqual([
      'No usage',
      '$2.00',
      'No usage with a known cost',
      'No usage',
    ]);
    expect(view.label).toMatch(/^2 of 4 days with usage/);
    const { label } = toCalendarView([row] as ReportRow[], '2026-05-11', '2026-05-14', 'cost', usDollar);
    expect(label).toBe('Nothing in this range has a known cost.');
  });

  it('have a cell for every hour of the week, and name the fullest', () => {
    const hour = { weekday: 2, hour: 15, tokens: 30, events: 1, costMicroUsd: null };
    const view = toWeekView({ hours: [hour, { ...hour, hour: 9, tokens: 10 }] }, civilRules, 'tokens', usDollar);
    expect(view.cells).toHaveLength(168);
    expect(view.cells.find(({ row, column }) => row === 2 && column === 15)?.level).toBe(4);
    expect(view.label.replace('\u202f', ' ')).toBe('Most on Wednesday at 3 PM: 75% of the tokens.');
    expect(toWeekView({ hours: [] }, civilRules, 'tokens', usDollar).label).toBe('No usage in this range.');
  });

  it('name their 168 hours with few formats, which take far longer to make than to use', () => {
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    toWeekView({ hours: [] }, civilRules, 'tokens', usDollar);
    expect(made.mock.calls.length).toBeLessThan(5);
    made.mockRestore();
  });

  it('begin with the first day of the week and the first hour of the day', () => {
    const rules = { dayStartHour: 4, weekStartsOn: 0 } as const;
    const hour = { weekday: 2, hour: 3, tokens: 30, events: 1, costMicroUsd: null };
    const view = toWeekView({ hours: [hour] }, rules, 'tokens', usDollar);
    // Sunday is row 0, so Wednesday is row 3; its small hours come last.
    expect(view.cells.find(({ level }) => level === 4)).toMatchObject({ row: 3, column: 23 });
    expect(view.label.replace('\u202f', ' ')).toBe('Most on Wednesday at 3 AM: 100% of the tokens.');
    expect(toWeekdayLabels(rules).map(({ text }) => text)).toEqual(['Sun', 'Tue', 'Thu', 'Sat']);
  });
});
