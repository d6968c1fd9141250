import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = {
  requests: { one: 'solicitud', other: 'solicitudes' },
  tokens: { one: 'token', other: 'tokens' },
  'tokens-in-out': { one: 'token de entrada y salida', other: 'tokens de entrada y salida' },
} as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    title: (agent: string): string => `Bloque de 5 h · ${agent}`,
    left: (remainingMs: number): string => (remainingMs === 0 ? 'terminado' : `quedan ${duration(remainingMs)}`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitUsed: (text: string): string => `${text} usado`,
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} de ${limit}`,
    countLimit: (value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string =>
      `${format.compact(value)} ${format.plural(value, limitWords[unit])}`,
    estimated: (text: string): string => `${text}, estimado`,
    runsOut: (moment: string, inMs: number): string => `Límite alcanzado: ${moment}, en ${duration(inMs)}`,
    usedSoFar: 'Usado hasta ahora',
    atEnd: 'Al final',
    odds(probability: number): string {
      const odds = describeOdds(probability, format);
      return odds === null
        ? 'Probablemente alcanza hasta el final'
        : `Probablemente alcanza hasta el final; ${odds} de que se agote antes`;
    },
    tokens: 'tokens',
  };
}
