import type { BacktestQuantity } from '../../../domain/backtest.ts';
import type { Anomaly, AnomalyCause, AnomalyKind, TotalForecast } from '../../../domain/forecast.ts';
import type { Formats } from '../../format/formats.ts';
import { describeOdds } from '../odds.ts';
import { createUnitMessages } from '../units.ts';

const totals: Readonly<Record<TotalForecast['kind'], string>> = {
  block: '5-hour block',
  day: 'Today, all agents',
  week: 'This week, all agents',
};

const quantities: Readonly<Record<BacktestQuantity, string>> = {
  'block-total': 'Total of a 5-hour block',
  'day-total': 'Total of a day',
  'week-total': 'Total of a week',
  'run-out': 'Will run out before the reset',
};

const kinds: Readonly<Record<AnomalyKind, string>> = { session: 'a session', hour: 'an hour', day: 'a day' };

const named =
  (what: string) =>
  (name: string | null): string =>
    name === null ? `one ${what}` : `${what} ${name}`;
const causes: Readonly<Record<AnomalyCause, (name: string | null) => string>> = {
  session: named('session'),
  project: named('project'),
  model: named('model'),
  sidechain: () => 'subagents',
  'cache-rebuilt': () => 'a cache that was written again',
  unknown: () => 'no single cause',
};

/** What `forecast` and `backtest` print. */
export function createCliForecastMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    columns: {
      what: 'What',
      usedSoFar: 'So far',
      likely: 'Likely',
      interval: '8 in 10 between',
      nothingMore: 'Nothing more',
      ends: 'Ends',
      runsOut: 'Runs out',
      when: 'If so, about',
      method: 'Method',
      elapsed: 'Elapsed',
      history: 'History',
      forecasts: 'Forecasts',
      error: 'Median error',
      pinball: 'Pinball',
      coverage: '80% held',
      brierSkill: 'Brier skill',
      falseAlarms: 'False alarms',
      missed: 'Missed',
      lead: 'Lead',
    },
    total: (kind: TotalForecast['kind'], source: string | null): string =>
      source === null ? totals[kind] : `${totals[kind]} of ${source}`,
    between: (from: string, to: string): string => `${from} – ${to}`,
    odds: (probability: number): string => describeOdds(probability) ?? 'unlikely',
    estimated: 'Estimated from what you did at such times before; "fuelgauge backtest" shows how good that has been.',
    staleFigure: (name: string, ageMs: number): string =>
      `${name}: the provider’s figure is ${duration(ageMs)} old, too old to say whether it runs out. ` +
      'Use the agent once to get a newer one.',
    nothing: 'There is nothing to forecast from yet.',
    anomaly({ kind, tokens, usualTokens, cause, causeName, causeShare }: Anomaly, moment: string): string {
      const share = cause === 'unknown' ? '' : `, ${format.percent(causeShare * 100)} of it`;
      const times = usualTokens === 0 ? '' : `, usually at most ${format.compact(usualTokens)}`;
      return `Unusual: ${kinds[kind]} from ${moment} used ${format.compact(tokens)} tokens${times}; cause: ${causes[cause](causeName)}${share}.`;
    },
    quantity: (quantity: BacktestQuantity): string => quantities[quantity],
    allHistory: 'all',
    historyFrom: (days: number): string => `${format.integer(days)}+ days`,
    wholeWindow: 'any time',
    minutes: (minutes: number): string => `${format.integer(minutes)} min`,
    tooShort: 'There is no completed block, day or week to replay yet.',
    explained:
      'Pinball: how far the forecast distributions are off, in shares of the mean total; lower is better. ' +
      '"runs out" is tried against the total that a quarter of your earlier blocks passed.',
  };
}
