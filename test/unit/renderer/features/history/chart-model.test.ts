import { describe, expect, it } from 'vitest';
import { listKeys, toChartModel } from '../../../../../renderer/features/history/chart-model.ts';
import { defaultChoice, type HistoryChoice } from '../../../../../renderer/features/history/choice.ts';
import { toChartSummary, toHistoryTotals } from '../../../../../renderer/features/history/view-model.ts';
import { usDollar } from '../../../../../shared/domain/money.ts';
import type { Report, ReportRow } from '../../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

const today = '2026-05-14';
const week: HistoryChoice = { ...defaultChoice, range: '7' };

function makeRow(key: string, source: string, tokens: number, more: Partial<ReportRow> = {}): ReportRow {
  return {
    key,
    source,
    split: null,
    models: [],
    events: 1,
    unfinishedEvents: 0,
    usage: { ...emptyUsage, outputTokens: tokens },
    costMicroUsd: tokens * 10,
    unpricedModels: [],
    firstAtMs: 0,
    lastAtMs: 0,
    ...more,
  };
}

function makeReport(rows: readonly ReportRow[], totals: Partial<Report['totals']> = {}): Report {
  return {
    generatedAtMs: 0,
    timeZone: 'UTC',
    query: { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null },
    rows,
    totals: { events: 0, unfinishedEvents: 0, usage: emptyUsage, costMicroUsd: null, unpricedModels: [], ...totals },
  };
}

const identity = (source: string): string => source.toUpperCase();

describe('toChartModel', () => {
  it('draws every day of the range, including those without usage', () => {
    const chart = toChartModel(makeReport([makeRow('2026-05-12', 'a', 5)]), week, today, identity);
    expect(chart.bars.map((bar) => bar.key)).toEqual([
      '2026-05-08',
      '2026-05-09',
      '2026-05-10',
      '2026-05-11',
      '2026-05-12',
      '2026-05-13',
      '2026-05-14',
    ]);
    expect(chart.bars.map((bar) => bar.values)).toEqual([[0], [0], [0], [0], [5], [0], [0]]);
  });

  it('orders series by size and keeps their values apart', () => {
    const rows = [makeRow('2026-05-14', 'a', 2), makeRow('2026-05-14', 'b', 3), makeRow('2026-05-13', 'b', 1)];
    const chart = toChartModel(makeReport(rows), week, today, identity);
    expect(chart.series.map((series) => [series.label, series.total, series.color])).toEqual([
      ['B', 4, 0],
      ['A', 2, 1],
    ]);
    expect(chart.bars.at(-1)?.values).toEqual([3, 2]);
  });

  it('draws the smallest series as one, without losing any usage', () => {
    const rows = Array.from({ length: 10 }, (_, index) => makeRow(today, 'a', 10 - index, { split: `m${index}` }));
    const chart = toChartModel(makeReport(rows), { ...week, split: 'model' }, today, identity);
    expect(chart.series).toHaveLength(7);
    expect(chart.series.at(-1)).toMatchObject({ label: '4 others', color: 6, total: 4 + 3 + 2 + 1 });
    expect(chart.bars.at(-1)?.values.reduce((a, b) => a + b, 0)).toBe(55);
  });

  it('leaves unknown costs out', () => {
    const rows = [makeRow(today, 'a', 5), makeRow(today, 'b', 7, { costMicroUsd: null })];
    const chart = toChartModel(makeReport(rows), { ...week, measure: 'cost' }, today, identity);
    expect(chart.series.map((series) => series.label)).toEqual(['A']);
    expect(chart.bars.at(-1)?.values).toEqual([50]);
  });

  it('shortens project paths and keeps the full paths as titles', () => {
    const rows = [makeRow(today, 'a', 5, { split: '/home/ada/atlas' }), makeRow(today, 'a', 3)];
    const chart = toChartModel(makeReport(rows), { ...week, split: 'project' }, today, identity);
    expect(chart.series.map((series) => [series.label, series.title])).toEqual([
      ['atlas', '/home/ada/atlas'],
      ['No project', 'The log does not say in which folder it ran.'],
    ]);
  });

  it('draws the newest bars when there are too many', () => {
    const report = makeReport([makeRow('2024-01-01', 'a', 1), makeRow(today, 'a', 1)]);
    const chart = toChartModel(report, { ...week, range: 'all' }, today, identity);
    expect(chart.bars).toHaveLength(400);
    expect(chart.bars.at(-1)?.key).toBe(today);
    expect(chart.hiddenBars).toBe(865 - 400);
  });
});

describe('listKeys', () => {
  it('lists weeks by their Monday, and months', () => {
    const report = makeReport([]);
    expect(listKeys(report, { ...week, by: 'week', range: '30' }, today)).toEqual([
      '2026-04-13',
      '2026-04-20',
      '2026-04-27',
      '2026-05-04',
      '2026-05-11',
    ]);
    expect(listKeys(report, { ...week, by: 'month', range: '90' }, today)).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
    ]);
  });

  it('starts “all time” with the first row', () => {
    const report = makeReport([makeRow('2026-03', 'a', 1)]);
    expect(listKeys(report, { ...week, by: 'month', range: 'all' }, today)).toEqual(['2026-03', '2026-04', '2026-05']);
  });
});

describe('toChartSummary', () => {
  it('names the sum, the peak and the largest share', () => {
    const rows = [makeRow('2026-05-13', 'a', 900), makeRow(today, 'a', 60), makeRow(today, 'b', 40)];
    const chart = toChartModel(makeReport(rows), week, today, identity);
    expect(toChartSummary(chart, { ...week, by: 'day' }, usDollar)).toBe(
      '1K tokens on 2 of 7 days; highest: Wed, May 13, 2026, 900 tokens; A 96%.',
    );
  });

  it('shows costs in the currency', () => {
    const choice = { ...week, by: 'day', measure: 'cost' } as const;
    const chart = toChartModel(makeReport([makeRow(today, 'a', 500_000)]), choice, today, identity);
    expect(toChartSummary(chart, choice, { code: 'EUR', perUsd: 0.92 })).toBe(
      '€4.60 on 1 of 7 days; highest: Thu, May 14, 2026, €4.60.',
    );
  });

  it('does not show an unknown cost as zero', () => {
    const chart = toChartModel(
      makeReport([makeRow(today, 'a', 5, { costMicroUsd: null })]),
      { ...week, measure: 'cost' },
      today,
      identity,
    );
    expect(toChartSummary(chart, { ...week, by: 'day', measure: 'cost' }, usDollar)).toBe(
      'Nothing in this range has a known cost.',
    );
  });
});

describe('toHistoryTotals', () => {
  it('names what is missing from the sums', () => {
    const totals = toHistoryTotals(
      makeReport([], { unfinishedEvents: 1, unpricedModels: ['m'], costMicroUsd: null }),
      usDollar,
    );
    expect(totals.cost).toBeNull();
    expect(totals.cached).toBeNull();
    expect(totals.notes).toEqual([
      'No cost is known for m; the sums do not include it.',
      'The logs do not show how 1 response ended, so the output may be higher.',
    ]);
  });
});
