import { toCurrency, type Currency, type MicroUsd } from '../../domain/money.ts';
import type { UsageTotals } from '../../domain/report.ts';
import { defaultLocale, numberFormat } from './intl-cache.ts';

/**
 * Money as its currency is written, e.g. `$12.40`, `€11.41` or `¥1,860`, rounded to the currency's smallest unit; what
 * is less than that, but not nothing, is `<$0.01`. With `isPartial`, where more is not known, a plus sign follows:
 * `$12.40+`, and `$0.00+` for hardly anything, since `<$0.01+` would be both less and more.
 */
export function formatMoney(
  amount: MicroUsd,
  currency: Currency,
  locale = defaultLocale,
  isPartial: boolean | undefined = false,
): string {
  const format = numberFormat(locale, optionsFor(currency.code));
  const value = toCurrency(amount, currency);
  const isTiny = value > 0 && value < 1 && value < smallestUnitOf(format);
  if (isPartial) return `${keepSign(format.format(isTiny ? 0 : value))}+`;
  return isTiny ? `<${keepSign(format.format(smallestUnitOf(format)))}` : keepSign(format.format(value));
}

/** The cost of some usage, excluding models whose price is unknown. */
export type PartialCost = Pick<UsageTotals, 'costMicroUsd' | 'unpricedModels'>;

/** A cost, followed by a plus sign if some of it is unknown. Null if all of it is. */
export function formatCost(
  { costMicroUsd, unpricedModels }: PartialCost,
  currency: Currency,
  locale = defaultLocale,
): string | null {
  if (costMicroUsd === null) return null;
  return formatMoney(costMicroUsd, currency, locale, unpricedModels.length > 0);
}

/**
 * Arabic writes `US$` after the amount. A mark of Latin text behind it keeps the sign of the dollar at its letters, which
 * otherwise goes to their other side.
 */
export function keepSign(money: string): string {
  return /^\u200f.*[A-Z]\$$/.test(money) ? `${money}\u200e` : money;
}

const optionsByCode = new Map<string, Intl.NumberFormatOptions>();

function optionsFor(code: string): Intl.NumberFormatOptions {
  let options = optionsByCode.get(code);
  if (options === undefined) {
    options = { style: 'currency', currency: code };
    optionsByCode.set(code, options);
  }
  return options;
}

const smallestUnits = new WeakMap<Intl.NumberFormat, number>();

function smallestUnitOf(format: Intl.NumberFormat): number {
  let unit = smallestUnits.get(format);
  if (unit === undefined) {
    unit = 10 ** -(format.resolvedOptions().maximumFractionDigits ?? 0);
    smallestUnits.set(format, unit);
  }
  return unit;
}
