import type { PeriodKind, ReportKey } from '../../domain/report.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords, tokenWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type Measure = 'tokens' | 'cost';

const spans: Readonly<Record<PeriodKind, { readonly one: string; readonly other: string }>> = {
  day: { one: 'day', other: 'days' },
  week: { one: 'week', other: 'weeks' },
  month: { one: 'month', other: 'months' },
};
const measures: Readonly<Record<Measure, string>> = { tokens: 'Tokens', cost: 'API-equivalent cost' };

/** The figures above the chart. */
const figures = {
  tokens: 'Tokens',
  cost: 'API-equivalent cost',
  costTitle: 'What it would cost through the API. A subscription does not bill it.',
  notABill: 'Not a bill',
  responses: 'Responses',
  cached: 'Read from cache',
};

/** The chart, as it is seen and read aloud. */
function createChartMessages(format: Formats) {
  return {
    title: (measure: Measure, by: PeriodKind): string => `${measures[measure]} per ${spans[by].one}`,
    emptyBar: { tokens: 'No usage', cost: 'No usage with a known cost' } satisfies Record<Measure, string>,
    legend: 'Chart legend',
    tokens: (tokens: number): string => `${format.compact(tokens)} ${format.plural(tokens, tokenWords)}`,
    others: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'other', other: 'others' })}`,
    weekOf: (day: string): string => `Week of ${day}`,
    /** A bar, read aloud. */
    bar: (title: string, total: string, parts: readonly string[]): string =>
      `${title}: ${total}${parts.length > 1 ? `; ${parts.join(', ')}` : ''}`,
    part: (label: string, value: string): string => `${label} ${value}`,
    summary: {
      nothing: {
        tokens: 'No usage in this range.',
        cost: 'Nothing in this range has a known cost.',
      } satisfies Record<Measure, string>,
      peak: (title: string, value: string): string => `highest: ${title}, ${value}`,
      lead: (label: string, percent: number): string => `${label} ${format.percent(percent)}`,
      join: (parts: readonly string[]): string => `${parts.join('; ')}.`,
      hidden: 'The start of the range is left out: it is too long for such short steps.',
    },
  };
}

/** The table with all rows. */
function createTableMessages(format: Formats) {
  return {
    title: 'All rows',
    label: 'Usage table',
    pages: 'Table pages',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: 'Source',
      last: 'Last used',
      total: 'Total',
      cost: 'Cost',
      input: 'Input',
      output: 'Output',
      cacheWrite: 'Cache write',
      cacheRead: 'Cache read',
    },
    costTitle: 'API-equivalent cost: what it would cost through the API',
    noCostFor: (models: string): string => `No cost is known for ${models}.`,
    page: (page: number, of: number): string => `Page ${format.integer(page)} of ${format.integer(of)}`,
  };
}

/** The history: choices, chart and table. */
export function createHistoryMessages(format: Formats) {
  return {
    title: 'History',
    groupBy: 'Group by',
    groupings: { ...reportKeyNames, week: 'Week' } satisfies Record<ReportKey, string>,
    splitBy: 'Split by',
    splits: { ...reportKeyNames, source: 'Source' },
    show: 'Show',
    measures: { tokens: 'Tokens', cost: 'Cost' } satisfies Record<Measure, string>,
    range: 'Range',
    ranges: {
      '7': 'Last 7 days',
      '30': 'Last 30 days',
      '90': 'Last 90 days',
      '365': 'Last year',
      all: 'All time',
    },
    loading: 'Loading the history',
    loadingText: 'Adding up…',
    empty: {
      title: 'No usage in this range',
      allTime: 'Usage appears here as soon as an agent writes its first log.',
      shorter: 'Choose a longer range, or come back after the next session.',
      showAll: 'Show all time',
    },

    figures,
    noCostFor: (models: string): string => `No cost is known for ${models}; the sums do not include it.`,
    unfinished: (responses: number): string =>
      `The logs do not show how ${format.integer(responses)} ${format.plural(responses, responseWords)} ended, so the ` +
      'output may be higher.',

    chart: createChartMessages(format),
    table: createTableMessages(format),
  };
}
