import { dayMs, hourMs, minuteMs } from '../../domain/instant.ts';
import type { LimitTitle, LimitUnit } from '../../domain/limit-window.ts';
import { usDollar, type Currency, type MicroUsd } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { PluralForms } from '../format/plural.ts';

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: 'credits', spend: 'spending limit', unknown: 'limit' },
  shortNames: { credits: 'Credits', spend: 'Spending', unknown: 'Limit' },
};

/** Phrases for lengths of time, rates, amounts and limit windows: what the other areas build their sentences from. */
export function createUnitMessages(format: Formats) {
  /** A length of time in its two largest units, rounded down, e.g. `2 h 13 min`; below a minute `<1 min`. */
  const duration = (lengthMs: number): string => {
    if (lengthMs < minuteMs) return '<1 min';
    const days = Math.floor(lengthMs / dayMs);
    const hours = Math.floor((lengthMs % dayMs) / hourMs);
    const minutes = Math.floor((lengthMs % hourMs) / minuteMs);
    const parts = days > 0 ? [part(days, 'd'), part(hours, 'h')] : [part(hours, 'h'), part(minutes, 'min')];
    return parts.filter((text) => text !== '').join(' ');
  };
  return {
    duration,
    /** A moment to come, e.g. `in 5 min`; `now` once it has come. */
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'now' : `in ${duration(lengthMs)}`),
    /** A moment past, e.g. `5 min ago`; `just now` within a minute, and for moments to come (clocks differ). */
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'just now' : `${duration(ageMs)} ago`),
    /** A burn rate, e.g. `12.4K/min`. */
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/min`,
    /** What usage would cost through the API, which people with a subscription do not pay. */
    apiEquivalent: (amount: MicroUsd, currency: Currency, isPartial = false): string =>
      `${format.money(amount, currency, isPartial)} API-equivalent`,
    /** An amount of a limit in the terms of the provider, e.g. `1.3K credits`, `$17.00`. */
    limitAmount: (value: number, unit: LimitUnit): string =>
      unit === 'usd'
        ? format.money(value * 1_000_000, usDollar)
        : `${format.compact(value)} ${format.plural(value, limitUnits[unit])}`,
    /** Name of a limit window by its length or scope, e.g. `weekly limit`, `credits`; with the provider's label, if any. */
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind =
        windowMinutes === null
          ? nameScope(scope, scopeWords.names)
          : `${describeWindow(windowMinutes * minuteMs)} limit`;
      return label === null ? kind : `${cleanText(label)} ${kind}`;
    },
  };
}

const limitUnits = {
  credits: { one: 'credit', other: 'credits' },
  tokens: { one: 'token', other: 'tokens' },
  requests: { one: 'request', other: 'requests' },
} as const satisfies Record<Exclude<LimitUnit, 'usd'>, PluralForms>;

function part(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}`;
}

function describeWindow(windowMs: number): string {
  if (windowMs === dayMs) return 'daily';
  if (windowMs === 7 * dayMs) return 'weekly';
  if (windowMs % dayMs === 0) return `${windowMs / dayMs}-day`;
  if (windowMs % hourMs === 0) return `${windowMs / hourMs}-hour`;
  return `${Math.round(windowMs / minuteMs)}-minute`;
}
