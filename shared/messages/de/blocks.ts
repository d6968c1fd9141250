import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = {
  requests: { one: 'Anfrage', other: 'Anfragen' },
  tokens: { one: 'Token', other: 'Tokens' },
  'tokens-in-out': { one: 'Token, Ein- und Ausgabe', other: 'Tokens, Ein- und Ausgabe' },
} as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    title: (agent: string): string => `5-Stunden-Block · ${agent}`,
    left: (remainingMs: number): string => (remainingMs === 0 ? 'beendet' : `noch ${duration(remainingMs)}`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitUsed: (text: string): string => `${text} verbraucht`,
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} von ${limit}`,
    countLimit: (value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string =>
      `${format.compact(value)} ${format.plural(value, limitWords[unit])}`,
    estimated: (text: string): string => `${text}, geschätzt`,
    runsOut: (moment: string, inMs: number): string => `Limit erreicht ${moment}, in ${duration(inMs)}`,
    usedSoFar: 'Bisher verbraucht',
    atEnd: 'Am Ende',
    odds(probability: number): string {
      const odds = describeOdds(probability, format);
      return odds === null
        ? 'Reicht wohl bis zum Ende'
        : `Reicht wohl bis zum Ende; ${odds}, dass es vorher aufgebraucht ist`;
    },
    tokens: 'Tokens',
  };
}
