import { toCurrency, type Currency, type MicroUsd } from '../../../shared/domain/money.ts';
import { formatDay, formatMonth } from '../../../shared/format/dates.ts';
import { dateFormat, defaultLocale, numberFormat } from '../../../shared/format/intl-cache.ts';

/** A day, week or month key in words: `Thu, May 14, 2026`, `May 2026`. */
export function formatDayKey(key: string): string {
  return isMonth(key) ? formatMonth(key) : formatDay(key);
}

/** A key on the axis of a chart: `May 14`, `May 2026`. */
export function formatAxisKey(key: string): string {
  const parts = isMonth(key)
    ? ({ month: 'short', year: 'numeric' } as const)
    : ({ month: 'short', day: 'numeric' } as const);
  return dateFormat(defaultLocale, { ...parts, timeZone: 'UTC' }).format(
    Date.parse(`${isMonth(key) ? `${key}-01` : key}T00:00:00Z`),
  );
}

/** Money on a scale, without decimals where there are none: `$600`. */
export function formatMoneyTick(amount: MicroUsd, currency: Currency): string {
  const options = { style: 'currency', currency: currency.code, trailingZeroDisplay: 'stripIfInteger' } as const;
  return numberFormat(defaultLocale, options).format(toCurrency(amount, currency));
}

function isMonth(key: string): boolean {
  return key.length === 7;
}
