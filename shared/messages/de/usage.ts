import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { tokenWords } from './count-words.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: 'Eingabe',
  cacheCreation5mTokens: 'Cache-Schreiben (5 min)',
  cacheCreation1hTokens: 'Cache-Schreiben (1 h)',
  cacheReadTokens: 'Cache-Lesen',
  outputTokens: 'Ausgabe',
  reasoningTokens: 'Reasoning, in der Ausgabe enthalten',
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'Verbrauch',
    today: 'Heute',
    week: 'Diese Woche',
    all: 'Alle',
    none: 'Kein Verbrauch',
    tokenClass: (count, name) => `${format.integer(count)} ${classNames[name]}`,
    tokensByClass: (tokens, parts) =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)}: ${parts.join('; ')}`,
    now: 'Jetzt',
    perMinute: 'Tokens/min',
    costPerHour: (cost) => `${cost} pro Stunde`,
    lastHour: 'Letzte Stunde',
    idle: 'Kein Verbrauch in der letzten Stunde',
    tokens: 'Tokens',
    nowTitle: 'In den letzten 15 Minuten: alle Tokens, auch aus dem Cache, und ihre Kosten im API-Gegenwert',
    lastHourLine: (tokens, peak) => `Letzte Stunde: ${tokens} Tokens, höchstens ${peak} in einer Minute`,
    cached: (share, saved) => (saved === null ? `${share} aus dem Cache` : `Cache sparte ${saved}`),
    savedTitle: 'Ersparnis, geschätzt: gegenüber denselben Tokens ohne Cache, zu Listenpreisen',
    fromCacheTitle: (read, input) => `${read} von ${input} Eingabe-Tokens kamen aus dem Cache`,
    ofUsualDayTitle: (tokens, days) =>
      `Ein üblicher Tag hat ${tokens} Tokens: der Median von ${days} Tagen mit Verbrauch in den letzten vier Wochen`,
    costExcludes: (models) => `Ohne ${models}; diese Kosten sind nicht bekannt.`,
    burn: {
      title: 'Tempo',
      idle: 'Kein Verbrauch in der letzten Stunde.',
      noUsage: 'Kein Verbrauch in dieser Zeit',
      minutes: (minutes) => `${minutes} min`,
      lastHour: 'Letzte Stunde',
      tokens: 'Tokens',
      fresh: 'Neu',
      cost: 'Kosten',
      perMinute: '/ min',
      tokensTitle: 'Alle Tokens, auch aus dem Cache',
      costTitle: 'Kosten im API-Gegenwert: was die Tokens über die API kosten würden',
    },
    fromCache: 'Aus dem Cache',
    ofUsualDay: (share) => `${format.percent(share)} vom üblichen Tag`,
    thisWeek: (tokens, cost) => `${tokens} diese Woche${cost === null ? '' : `, ${cost}`}`,
    noCost: 'Keine Kosten bekannt.',
    notABill: 'API-Gegenwert; keine Rechnung.',
  };
}
