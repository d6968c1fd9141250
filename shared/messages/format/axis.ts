import { toUtcMs, type DayKey, type MonthKey } from '../../domain/calendar-day.ts';
import { toCurrency, type Currency, type MicroUsd } from '../../domain/money.ts';
import { dateFormat, numberFormat } from './intl-cache.ts';
import { keepSign } from './money.ts';

/** A day on the axis of a chart, e.g. `May 14`; with its year when that is not the year of `today`. */
export function formatAxisDay(day: DayKey, today: DayKey, locale: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return dateFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric', ...year }).format(toUtcMs(day));
}

/** A month on the axis of a chart, e.g. `May 2026`. */
export function formatAxisMonth(month: MonthKey, locale: string): string {
  return dateFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(toUtcMs(`${month}-01`));
}

/** A count on a scale, e.g. `1.25B`: ticks can be a quarter of a unit apart, where one decimal would be wrong. */
export function formatAxisCount(count: number, locale: string): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(count);
}

/** Money on a scale, without decimals where there are none, e.g. `$600`; less than a cent with all of its decimals. */
export function formatAxisMoney(amount: MicroUsd, currency: Currency, locale: string): string {
  const value = toCurrency(amount, currency);
  const options = { style: 'currency', currency: currency.code, trailingZeroDisplay: 'stripIfInteger' } as const;
  const small = value < 0.01 ? { ...options, maximumFractionDigits: 5 } : options;
  return keepSign(numberFormat(locale, small).format(value));
}
