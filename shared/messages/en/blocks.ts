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
    left: (remainingMs: number): string => (remainingMs === 0 ? 'ended' : `${duration(remainingMs)} left`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitUsed: (text: string): string => `${text} used`,
    /** e.g. `56% of $18.00`. */
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} of ${limit}`,
    /** A limit that is not in dollars. */
    countLimit(value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string {
      const what = unit === 'requests' ? format.plural(value, requestForms) : limitWords[unit];
      return `${format.compact(value)} ${what}`;
    },
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
