import { toCurrency, type Currency, type MicroUsd } from '../domain/money.ts';
import { defaultLocale, numberFormat } from './intl-cache.ts';

/**
 * Money as its currency is written, e.g. `$12.40`, `€11.41` or `¥1,860`, rounded to the currency's smallest unit; what
 * is less than that, but not nothing, is `<$0.01`.
 */
export function formatMoney(amount: MicroUsd, currency: Currency, locale = defaultLocale): string {
  const format = numberFormat(locale, { style: 'currency', currency: currency.code });
  const value = toCurrency(amount, currency);
  if (value > 0 && value < 1) {
    const smallest = 10 ** -(format.resolvedOptions().maximumFractionDigits ?? 0);
    if (value < smallest) return `<${format.format(smallest)}`;
  }
  return format.format(value);
}

/** What usage would cost through the API: people with a subscription do not pay it. E.g. `$12.40 API-equivalent`. */
export function formatApiEquivalent(amount: MicroUsd, currency: Currency, locale = defaultLocale): string {
  return `${formatMoney(amount, currency, locale)} API-equivalent`;
}
