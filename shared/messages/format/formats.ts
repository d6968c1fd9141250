import type { DayKey, MonthKey } from '../../domain/calendar-day.ts';
import type { Currency, MicroUsd } from '../../domain/money.ts';
import { formatClockTime, formatDateTime, formatDay, formatDayOfYear, formatMonth, formatOffset } from './dates.ts';
import { formatCost, formatMoney, type PartialCost } from './money.ts';
import { formatBytes, formatCompact, formatInteger, formatPercent, formatPrecisePercent } from './numbers.ts';
import { formatAxisCount, formatAxisDay, formatAxisMoney, formatAxisMonth } from './axis.ts';
import { formatMoment, formatTimedMoment } from './moments.ts';
import { formatPrice } from './prices.ts';
import { formatTyped, parseTypedNumber, type TypedNumber } from './typed-numbers.ts';
import { selectPlural, type PluralForms } from './plural.ts';

/** Numbers, amounts and dates as one locale writes them. Holds no words of ours: everything comes from `Intl`. */
export interface Formats {
  /** BCP 47 tag, e.g. `en-US`. */
  readonly locale: string;
  /** A count at a glance, e.g. `1.2M`. */
  compact(count: number): string;
  /** A count to the last digit, e.g. `1,234,567`. */
  integer(count: number): string;
  /** A share of 0 to 100 in whole percent, e.g. `82%`; only 100 and more reads as 100, only 0 as 0. */
  percent(percent: number, isPartial?: boolean): string;
  /** A share in tenths of a percent, e.g. `150.0%`. */
  precisePercent(percent: number): string;
  /** An amount of memory or disk in decimal units, e.g. `1.2 GB`. */
  bytes(bytes: number): string;
  /** Money in the currency to show, e.g. `$12.40`; less than its smallest unit is `<$0.01`; `$12.40+` where more is not known. */
  money(amount: MicroUsd, currency: Currency, isPartial?: boolean): string;
  /** A cost, e.g. `$12.40`; `$12.40+` where the price of a model is not known. Null when nothing of it is known. */
  cost(totals: PartialCost, currency: Currency): string | null;
  /** Time of day, e.g. `3:05 PM`. Throws a RangeError for a time zone that the system does not know; so do the others. */
  clockTime(atMs: number, timeZone: string): string;
  /** Date and time of day, e.g. `May 1, 2026, 3:05 PM`. */
  dateTime(atMs: number, timeZone: string): string;
  /** How far a zone is from UTC at a moment, e.g. `GMT-4`. */
  offset(atMs: number, timeZone: string): string;
  /** A day with its weekday, e.g. `Fri, May 1, 2026`; without the year when that is the one of `today`. */
  day(day: DayKey, today?: DayKey): string;
  /** A month, e.g. `May 2026`. */
  month(month: MonthKey): string;
  /** A moment near now: its time when it is today, with the weekday within six days, else with the date. */
  moment(atMs: number, nowMs: number, timeZone: string): string;
  /** As `moment`, with the time also in another year. */
  timedMoment(atMs: number, nowMs: number, timeZone: string): string;
  /** A day on the axis of a chart, e.g. `May 14`; with its year when that is not the year of `today`. */
  axisDay(day: DayKey, today: DayKey): string;
  /** A month on the axis of a chart, e.g. `May 2026`, shortened. */
  axisMonth(month: MonthKey): string;
  /** A count on a scale, to hundredths of its unit, e.g. `1.25B`. */
  axisCount(count: number): string;
  /** Money on a scale, without decimals where there are none, e.g. `$600`. */
  axisMoney(amount: MicroUsd, currency: Currency): string;
  /** A number as it is typed, with all its digits and nothing between them, e.g. `1234.5`. */
  typed(value: number): string;
  /** What a person typed as a number; see `parseTypedNumber`. */
  parse(text: string): TypedNumber;
  /** A price in US dollars with all its digits, e.g. `$0.003625`. */
  price(usd: number): string;
  /** Items in a sentence, e.g. `a, b, and c`. */
  list(items: readonly string[]): string;
  /** The form of a word that goes with the count; the count itself is not part of the result. */
  plural(count: number, forms: PluralForms): string;
}

/** Builds the formats of a locale. Throws a RangeError for a tag that is not well-formed. */
export function createFormats(locale: string): Formats {
  // Throws now, not when the first number is written.
  Intl.getCanonicalLocales(locale);
  // Made when a list is first written: it takes as long as a hundred sentences, and most runs of a command write none.
  let conjunction: Intl.ListFormat | null = null;
  return {
    locale,
    compact: (count) => formatCompact(count, locale),
    integer: (count) => formatInteger(count, locale),
    percent: (percent, isPartial) => formatPercent(percent, locale, isPartial),
    precisePercent: (percent) => formatPrecisePercent(percent, locale),
    bytes: (bytes) => formatBytes(bytes, locale),
    money: (amount, currency, isPartial) => formatMoney(amount, currency, locale, isPartial),
    cost: (totals, currency) => formatCost(totals, currency, locale),
    clockTime: (atMs, timeZone) => formatClockTime(atMs, timeZone, locale),
    dateTime: (atMs, timeZone) => formatDateTime(atMs, timeZone, locale),
    offset: (atMs, timeZone) => formatOffset(atMs, timeZone, locale),
    day: (day, today) =>
      today?.slice(0, 4) === day.slice(0, 4) ? formatDayOfYear(day, locale) : formatDay(day, locale),
    month: (month) => formatMonth(month, locale),
    moment: (atMs, nowMs, timeZone) => formatMoment(atMs, nowMs, timeZone, locale),
    timedMoment: (atMs, nowMs, timeZone) => formatTimedMoment(atMs, nowMs, timeZone, locale),
    axisDay: (day, today) => formatAxisDay(day, today, locale),
    axisMonth: (month) => formatAxisMonth(month, locale),
    axisCount: (count) => formatAxisCount(count, locale),
    axisMoney: (amount, currency) => formatAxisMoney(amount, currency, locale),
    typed: (value) => formatTyped(value, locale),
    parse: (text) => parseTypedNumber(text, locale),
    price: (usd) => formatPrice(usd, locale),
    list: (items) => (conjunction ??= new Intl.ListFormat(locale, { type: 'conjunction' })).format(items),
    plural: (count, forms) => selectPlural(locale, count, forms),
  };
}
