import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnitMessages } from './units.ts';

const limitWords = {
  requests: { one: 'request', other: 'requests' },
  tokens: { one: 'token', other: 'tokens' },
  'tokens-in-out': { one: 'token in and out', other: 'tokens in and out' },
} as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    title: (agent: string): string => `5-hour block · ${agent}`,
    left: (remainingMs: number): string => (remainingMs === 0 ? 'ended' : `${duration(remainingMs)} left`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitUsed: (text: string): string => `${text} used`,
    /** e.g. `56% of $18.00`. */
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} of ${limit}`,
    /** A limit that is not in dollars. */
    countLimit: (value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string =>
      `${format.compact(value)} ${format.plural(value, limitWords[unit])}`,
    estimated: (text: string): string => `${text}, estimated`,
    runsOut: (moment: string, inMs: number): string => `Limit reached ${moment}, in ${duration(inMs)}`,
    usedSoFar: 'Used so far',
    atEnd: 'At its end',
    odds(probability: number): string {
      const odds = describeOdds(probability);
      return odds === null ? 'Likely enough until its end' : `Likely enough until its end; ${odds} that it runs out`;
    },
    tokens: 'tokens',
  };
}
