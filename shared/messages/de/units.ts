import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle, LimitUnit } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import { isNamedScope, nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: 'Tageslimit',
  week: 'Wochenlimit',
  days: (count: number): string => `${count}-Tage-Limit`,
  hours: (count: number): string => `${count}-Stunden-Limit`,
  minutes: (count: number): string => `${count}-Minuten-Limit`,
};
const durationWords = { day: ' T', hour: ' h', minute: ' min', gap: ' ', moment: '<1 min' };

const limitUnits = {
  credits: { one: 'Credit', other: 'Credits' },
  tokens: { one: 'Token', other: 'Tokens' },
  requests: { one: 'Anfrage', other: 'Anfragen' },
} as const;

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: 'Credits', spend: 'Ausgabenlimit', unknown: 'Limit' },
  shortNames: { credits: 'Credits', spend: 'Ausgaben', unknown: 'Limit' },
};

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'jetzt' : `in ${duration(lengthMs)}`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'gerade eben' : `vor ${duration(ageMs)}`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/min`,
    apiEquivalent: (amount, currency, isPartial = false) =>
      `${format.money(amount, currency, isPartial)} API-Gegenwert`,
    limitAmount: (value: number, unit: LimitUnit): string =>
      unit === 'usd'
        ? format.money(value * 1_000_000, usDollar)
        : `${format.compact(value)} ${format.plural(value, limitUnits[unit])}`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? nameScope(scope, scopeWords.names) : nameWindow(windowMinutes, windowWords);
      const isNamed = windowMinutes !== null || isNamedScope(scope, scopeWords.names);
      return label === null ? kind : isNamed ? `${kind} für ${cleanText(label)}` : `${cleanText(label)} ${kind}`;
    },
  } satisfies Translation['units'];
}
