import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle, LimitUnit } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import { nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: 'límite diario',
  week: 'límite semanal',
  days: (count: number): string => `límite de ${count} días`,
  hours: (count: number): string => `límite de ${count} h`,
  minutes: (count: number): string => `límite de ${count} min`,
};
const durationWords = { day: ' d', hour: ' h', minute: ' min', gap: ' ', moment: '<1 min' };

const limitUnits = {
  credits: { one: 'crédito', other: 'créditos' },
  tokens: { one: 'token', other: 'tokens' },
  requests: { one: 'solicitud', other: 'solicitudes' },
} as const;

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: 'créditos', spend: 'límite de gasto', unknown: 'límite' },
  shortNames: { credits: 'Créditos', spend: 'Gasto', unknown: 'Límite' },
};

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'ahora' : `en ${duration(lengthMs)}`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'ahora mismo' : `hace ${duration(ageMs)}`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/min`,
    apiEquivalent: (amount, currency, isPartial = false) =>
      `${format.money(amount, currency, isPartial)} equivalente en API`,
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
