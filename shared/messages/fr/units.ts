import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle, LimitUnit } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import { nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: 'limite quotidienne',
  week: 'limite hebdomadaire',
  days: (count: number): string => `limite de ${count} jours`,
  hours: (count: number): string => `limite de ${count} h`,
  minutes: (count: number): string => `limite de ${count} min`,
};
const durationWords = { day: ' j', hour: ' h', minute: ' min', gap: ' ', moment: '<1 min' };

const limitUnits = {
  credits: { one: 'crédit', other: 'crédits' },
  tokens: { one: 'token', other: 'tokens' },
  requests: { one: 'requête', other: 'requêtes' },
} as const;

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: 'crédits', spend: 'limite de dépenses', unknown: 'limite' },
  shortNames: { credits: 'Crédits', spend: 'Dépenses', unknown: 'Limite' },
};

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'maintenant' : `dans ${duration(lengthMs)}`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'à l’instant' : `il y a ${duration(ageMs)}`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/min`,
    apiEquivalent: (amount, currency, isPartial = false) =>
      `${format.money(amount, currency, isPartial)} équivalent API`,
    limitAmount: (value: number, unit: LimitUnit): string =>
      unit === 'usd'
        ? format.money(value * 1_000_000, usDollar)
        : `${format.compact(value)} ${format.plural(value, limitUnits[unit])}`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? nameScope(scope, scopeWords.names) : nameWindow(windowMinutes, windowWords);
      return label === null ? kind : `${kind} ${cleanText(label)}`;
    },
  } satisfies Translation['units'];
}
