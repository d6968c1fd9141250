import { toUsd, type MicroUsd } from '../domain/money.ts';
import { defaultLocale, numberFormat } from './intl-cache.ts';

const cent = 10_000;

/** Dollars and cents, e.g. `$12.40`; what is less than a cent, but not nothing, is `<$0.01`. */
export function formatUsd(amount: MicroUsd, locale = defaultLocale): string {
  const format = numberFormat(locale, { style: 'currency', currency: 'USD' });
  return amount > 0 && amount < cent ? `<${format.format(toUsd(cent))}` : format.format(toUsd(amount));
}

/** What usage would cost through the API: people with a subscription do not pay it. E.g. `$12.40 API-equivalent`. */
export function formatApiEquivalent(amount: MicroUsd, locale = defaultLocale): string {
  return `${formatUsd(amount, locale)} API-equivalent`;
}
