import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = { tokens: 'Tokens', 'tokens-in-out': 'Tokens, Ein- und Ausgabe' } as const;
const requestForms = { one: 'Anfrage', other: 'Anfragen' } as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    title: (agent: string): string => `5-Stunden-Block · ${agent}`,
    officialBoundary: 'Beginnt und endet, wenn der Anbieter es für sein Zeitfenster meldet.',
    estimatedBoundary: 'Beginnt mit der ersten Antwort nach fünf Stunden Ruhe; der Anbieter meldet nicht, wann.',
    left: (remainingMs: number): string => (remainingMs === 0 ? 'beendet' : `noch ${duration(remainingMs)}`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitMeter: (agent: string): string => `Block-Limit von ${agent}`,
    timeMeter: (agent: string): string => `Verstrichene Zeit des Blocks von ${agent}`,
    limitUsed: (text: string): string => `${text} verbraucht`,
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} von ${limit}`,
    countLimit(value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string {
      const what = unit === 'requests' ? format.plural(value, requestForms) : limitWords[unit];
      return `${format.compact(value)} ${what}`;
    },
    estimated: (text: string): string => `${text}, geschätzt`,
    ownLimit: 'Dein eigenes Limit aus den Einstellungen.',
    planLimit: (plan: string): string =>
      `Was ein Block im Tarif ${plan} nach Erfahrung anderer erlaubt; der Anbieter veröffentlicht es nicht.`,
    runsOut: (moment: string, inMs: number): string => `Limit erreicht ${moment}, in ${duration(inMs)}`,
    usedSoFar: 'Bisher verbraucht',
    atEnd: 'Am Ende',
    atEndEstimated: '(geschätzt)',
    likelyEnd: (from: string, to: string): string =>
      `Das wahrscheinlichste Ende, nach dem, was du zu solchen Zeiten getan hast; 8 von 10 zwischen ${from} und ${to}.`,
    noForecast: 'Solange die Logs gelesen werden, gibt es keine Prognose.',
    likelyCost: 'Kosten im API-Gegenwert am wahrscheinlichsten Ende.',
    odds(probability: number): string {
      const odds = describeOdds(probability, format);
      return odds === null ? 'Reicht wohl bis zum Ende' : `Reicht wohl bis zum Ende; ${odds}, dass es vorher endet`;
    },
    tokens: 'Tokens',
  };
}
