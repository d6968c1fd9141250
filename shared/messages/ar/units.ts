import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import { nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

const windowWords = (format: Formats) => ({
  days: (count: number): string => `حد ${countOf(format, count, words.ofDays)}`,
  day: 'الحد اليومي',
  week: 'الحد الأسبوعي',
  hours: (count: number): string => `حد ${count} س`,
  minutes: (count: number): string => `حد ${count} د`,
});
const durationWords = { day: ' ي', hour: ' س', minute: ' د', gap: ' ', moment: 'أقل من دقيقة' };

const limitUnits = {
  credits: { few: 'أرصدة', many: 'رصيدًا', other: 'رصيد' },
  tokens: { few: 'رموز', many: 'رمزًا', other: 'رمز' },
  requests: { few: 'طلبات', many: 'طلبًا', other: 'طلب' },
} as const;

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: 'الرصيد', spend: 'حد الإنفاق', unknown: 'الحد' },
  shortNames: { credits: 'الرصيد', spend: 'الإنفاق', unknown: 'الحد' },
};

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  /** After a thousand or a million the noun stands alone. */
  const nameUnit = (value: number, unit: keyof typeof limitUnits): string =>
    value < 1_000 ? format.plural(value, limitUnits[unit]) : limitUnits[unit].other;
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'الآن' : `خلال ${duration(lengthMs)}`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'الآن' : `قبل ${duration(ageMs)}`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/د`,
    apiEquivalent: (amount, currency, isPartial = false) =>
      `${format.money(amount, currency, isPartial)} بما يعادل API`,
    limitAmount: (value, unit) =>
      unit === 'usd' ? format.money(value * 1_000_000, usDollar) : `${format.compact(value)} ${nameUnit(value, unit)}`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind =
        windowMinutes === null ? nameScope(scope, scopeWords.names) : nameWindow(windowMinutes, windowWords(format));
      return label === null ? kind : `${kind} ${cleanText(label)}`;
    },
  } satisfies Translation['units'];
}
