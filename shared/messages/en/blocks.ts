import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnitMessages } from './units.ts';

const limitWords = { tokens: 'tokens', 'tokens-in-out': 'tokens in and out' } as const;
const requestForms = { one: 'request', other: 'requests' } as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    title: (agent: string): string => `5-hour block · ${agent}`,
    officialBoundary: 'Starts and ends when the provider says its window does.',
    estimatedBoundary: 'Starts with the first response after five idle hours; the provider does not report when.',
    left: (remainingMs: number): string => (remainingMs === 0 ? 'ended' : `${duration(remainingMs)} left`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitMeter: (agent: string): string => `Block limit of ${agent}`,
    timeMeter: (agent: string): string => `Elapsed time of the ${agent} block`,
    limitUsed: (text: string): string => `${text} used`,
    /** e.g. `56% of $18.00`. */
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} of ${limit}`,
    /** A limit that is not in dollars. */
    countLimit(value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string {
      const what = unit === 'requests' ? format.plural(value, requestForms) : limitWords[unit];
      return `${format.compact(value)} ${what}`;
    },
    estimated: (text: string): string => `${text}, estimated`,
    ownLimit: 'Your own limit, from the settings.',
    planLimit: (plan: string): string =>
      `What other people found a block of the ${plan} plan to allow; the provider does not publish it.`,
    runsOut: (moment: string, inMs: number): string => `Limit reached ${moment}, in ${duration(inMs)}`,
    usedSoFar: 'Used so far',
    atEnd: 'At its end',
    atEndEstimated: '(estimated)',
    /** `from` and `to`: what the end lies between with 80 %. */
    likelyEnd: (from: string, to: string): string =>
      `The likeliest end, from what you did at such times before; 8 in 10 between ${from} and ${to}.`,
    noForecast: 'There is no forecast while the logs are being read.',
    likelyCost: 'API-equivalent cost at the likeliest end.',
    odds(probability: number): string {
      const odds = describeOdds(probability);
      return odds === null ? 'Likely enough until its end' : `Likely enough until its end; ${odds} that it runs out`;
    },
    tokens: 'tokens',
  };
}
