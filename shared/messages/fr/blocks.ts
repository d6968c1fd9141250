import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = {
  requests: { one: 'requête', other: 'requêtes' },
  tokens: { one: 'token', other: 'tokens' },
  'tokens-in-out': { one: 'token en entrée et en sortie', other: 'tokens en entrée et en sortie' },
} as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    title: (agent: string): string => `Bloc de 5 h · ${agent}`,
    left: (remainingMs: number): string => (remainingMs === 0 ? 'terminé' : `encore ${duration(remainingMs)}`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitUsed: (text: string): string => `${text} utilisés`,
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} de ${limit}`,
    countLimit: (value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string =>
      `${format.compact(value)} ${format.plural(value, limitWords[unit])}`,
    estimated: (text: string): string => `${text}, estimé`,
    runsOut: (moment: string, inMs: number): string => `Limite atteinte dès ${moment}, dans ${duration(inMs)}`,
    usedSoFar: 'Utilisé jusqu’ici',
    atEnd: 'À la fin',
    odds(probability: number): string {
      const odds = describeOdds(probability, format);
      return odds === null ? 'Suffit sans doute jusqu’à la fin' : `Suffit sans doute jusqu’à la fin ; ${odds} avant`;
    },
    tokens: 'tokens',
  };
}
