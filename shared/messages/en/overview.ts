import type { RangeNameWord } from '../range-words.ts';
import type { Formats } from '../format/formats.ts';
import { timeWords } from './count-words.ts';

const dayWords = { one: 'day', other: 'days' };
const sessionWords = { one: 'session', other: 'sessions' };
const projectWords = { one: 'project', other: 'projects' };

const ranges: Readonly<Record<RangeNameWord, { readonly short: string; readonly long: string }>> = {
  today: { short: 'Today', long: 'Today' },
  '7': { short: '7 days', long: 'Last 7 days' },
  '30': { short: '30 days', long: 'Last 30 days' },
  '90': { short: '90 days', long: 'Last 90 days' },
  '365': { short: 'Year', long: 'Last 365 days' },
  all: { short: 'All', long: 'All time' },
  custom: { short: 'Custom', long: 'Custom range' },
};

/** Which days are shown, in all views. */
export function createRangeMessages(format: Formats) {
  return {
    label: 'Range',
    names: ranges,
    from: 'From',
    to: 'To',
    days: (count: number): string => `${format.integer(count)} ${format.plural(count, dayWords)}`,
    between: (since: string, until: string): string => `${since} – ${until}`,
  };
}

/** Words that all charts share. */
export function createChartWords() {
  return {
    showAll: 'Show all',
    time: 'Time',
    exportLabel: 'Export what is shown',
    withoutNames: 'Without names',
    exportAs: { csv: 'CSV', json: 'JSON', png: 'PNG picture' },
    zoomHint: 'Drag to zoom, double-click to show all',
  };
}

/** The figures at the top. */
function createFigureMessages(format: Formats) {
  return {
    label: 'Figures',
    tokens: 'Tokens',
    cost: 'API-equivalent',
    cache: 'From cache',
    sessions: 'Sessions',
    stops: 'Stopped by limits',
    change: (percent: string, days: string): string => `${percent} vs. the ${days.replace(/^1 /, '')} before`,
    /** For a range that is not over: compared up to a moment as far into the range before. */
    changeUpTo: (percent: string, days: string, moment: string): string =>
      `${percent} vs. the ${days.replace(/^1 /, '')} before, up to ${moment}`,
    isNew: 'Nothing in the range before',
    isNewUpTo: (moment: string): string => `Nothing in the range before, up to ${moment}`,
    noBefore: 'No earlier range to compare with',
    saved: (money: string): string => `saved about ${money}`,
    costMore: (money: string): string => `cost about ${money} more than it saved`,
    projects: (count: number): string => `in ${format.integer(count)} ${format.plural(count, projectWords)}`,
    times: (count: number): string => `${format.integer(count)} ${format.plural(count, timeWords)}`,
    stopsNote: 'by the provider’s readings',
    stopsTitle: 'Limit windows that were used up',
    noReadings: 'No limit was read in this range',
    notABill: 'List prices; not a bill',
    savedTitle: 'Estimated: what the same tokens would cost at list prices without a cache, less what they cost',
  };
}

/** The hours of a week. */
function createWeekMessages(format: Formats) {
  return {
    title: 'When you work',
    label: (weekday: string, hour: string, percent: number): string =>
      `Most on ${weekday} at ${hour}: ${format.percent(percent)} of the tokens.`,
    empty: 'No usage in this range.',
    cell: (weekday: string, hour: string, value: string): string => `${weekday}, ${hour}: ${value}`,
    agentMinutes: (hours: string): string => `Sessions worked for about ${hours} in total.`,
    hours: (hours: number): string => `${format.integer(hours)} h`,
    minutes: (minutes: number): string => `${format.integer(minutes)} min`,
    peak: (sessions: number, at: string): string =>
      `At most ${format.integer(sessions)} ${format.plural(sessions, sessionWords)} at once (${at}).`,
    estimated: 'Estimated from the times of responses',
  };
}

/** The overview. */
export function createOverviewMessages(format: Formats) {
  return {
    figures: createFigureMessages(format),
    step: 'Step',
    steps: { hour: 'Hour', day: 'Day', week: 'Week', month: 'Month' },
    perStep: {
      tokens: { hour: 'Tokens per hour', day: 'Tokens per day', week: 'Tokens per week', month: 'Tokens per month' },
      cost: {
        hour: 'API-equivalent cost per hour',
        day: 'API-equivalent cost per day',
        week: 'API-equivalent cost per week',
        month: 'API-equivalent cost per month',
      },
    },
    splitBy: 'Split by',
    splits: { source: 'Agent', model: 'Model', project: 'Project', class: 'Class' },
    classes: { output: 'Output', input: 'Fresh input', write: 'Cache writes', read: 'Cache reads' },
    calendar: {
      title: 'The last year, day by day',
      label: (used: number, of: number, best: string, value: string): string =>
        `${format.integer(used)} of ${format.integer(of)} days with usage; the most on ${best}: ${value}.`,
      empty: 'No usage in the last year.',
      cell: (day: string, value: string): string => `${day}: ${value}`,
      months: 'Months',
    },
    week: createWeekMessages(format),
    places: {
      title: 'Where the money went',
      titleTokens: 'Where the tokens went',
      none: 'Nothing in this range.',
      others: 'Everything else',
      pair: (model: string, project: string): string => `${model} in ${project}`,
      showAll: (count: number): string => `Show all ${format.integer(count)}`,
      showLess: 'Show fewer',
    },
  };
}
