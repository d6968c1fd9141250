import { toWholePercent } from '../../lib/whole-percent.ts';
import { defaultLocale, numberFormat } from './intl-cache.ts';

const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
const integer = { maximumFractionDigits: 0 } as const;
const tenthsOfPercent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const wholePercent = { style: 'percent', maximumFractionDigits: 0 } as const;

/** A count at a glance, e.g. `1.2M`. */
export function formatCompact(count: number, locale = defaultLocale): string {
  return numberFormat(locale, compact).format(count);
}

/** A count to the last digit, e.g. `1,234,567`. */
export function formatInteger(count: number, locale = defaultLocale): string {
  return numberFormat(locale, integer).format(count);
}

/**
 * A share of 0 to 100, in whole percent, e.g. `82%`: see `toWholePercent`. Less than one is `<1%`. With `isPartial`, a
 * plus sign follows as in `formatMoney`.
 */
export function formatPercent(percent: number, locale = defaultLocale, isPartial: boolean | undefined = false): string {
  const format = numberFormat(locale, wholePercent);
  const isTiny = percent > 0 && percent < 1;
  if (isPartial) return `${format.format(isTiny ? 0 : toWholePercent(percent) / 100)}+`;
  return isTiny ? `<${format.format(0.01)}` : format.format(toWholePercent(percent) / 100);
}

/** A share in tenths of a percent, e.g. `150.0%`. */
export function formatPrecisePercent(percent: number, locale = defaultLocale): string {
  return numberFormat(locale, tenthsOfPercent).format(percent / 100);
}

/** An amount of memory or disk in decimal units, e.g. `1.2 GB`. */
export function formatBytes(bytes: number, locale = defaultLocale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  let power = 0;
  // What rounds up to 1000 of a unit is one of the next.
  while (power < units.length - 1 && bytes / 1_000 ** power >= 999.5) power += 1;
  const amount = bytes / 1_000 ** power;
  const maximumFractionDigits = power < 2 || amount >= 99.95 ? 0 : 1;
  const text = numberFormat(locale, { style: 'unit', unit: units[power], maximumFractionDigits }).format(amount);
  // English and Japanese spell out this unit alone.
  return text.replace(/\bbyte$/, 'B');
}
