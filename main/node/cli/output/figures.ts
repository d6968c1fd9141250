import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { toUsd, type MicroUsd } from '../../../../shared/domain/money.ts';

/** What stands where a number is not known: never a zero. */
export const unknownText = '-';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A count with separators, whole: `1,234,567`. */
export function toCountText(count: number): string {
  return grouped.format(count);
}

/** Tokens in three digits: `999`, `12.3k`, `1.23M`, `4.56B`. The JSON output has them whole. */
export function toTokensText(tokens: number): string {
  return toScaledText(tokens, 1_000, ['', 'k', 'M', 'B', 'T']);
}

/** Bytes in three digits and units of 1024: `512 B`, `1.50 GiB`. */
export function toBytesText(bytes: number): string {
  return toScaledText(bytes, 1_024, [' B', ' KiB', ' MiB', ' GiB', ' TiB']);
}

/** Dollars: `$1,234.56`; `<$0.01` for less than a cent, `-` for an unknown amount. */
export function toUsdText(amount: MicroUsd | null): string {
  if (amount === null) return unknownText;
  return amount > 0 && amount < 10_000 ? '<$0.01' : `$${dollars.format(toUsd(amount))}`;
}

/** Cost of something of which a part may have no price: `$1.23+` says that it is more. */
export function toCostText(amount: MicroUsd | null, unpricedModels: readonly unknown[]): string {
  return amount !== null && unpricedModels.length > 0 ? `${toUsdText(amount)}+` : toUsdText(amount);
}

/** A percentage, 0 to 100: `68%`, and `0.4%` where whole percents would say nothing. */
export function toPercentText(percent: number): string {
  return `${percent > 0 && percent < 1 ? percent.toFixed(1) : Math.floor(percent)}%`;
}

/** A span in its two largest units: `2d 4h`, `3h 05m`, `12m`, `<1m`. */
export function toSpanText(spanMs: number): string {
  const span = Math.max(0, spanMs);
  const [days, hours, minutes] = [
    Math.floor(span / dayMs),
    Math.floor((span % dayMs) / hourMs),
    Math.floor((span % hourMs) / minuteMs),
  ];
  if (days > 0) return `${days}d ${hours}h`;
  if (hours > 0) return `${hours}h ${String(minutes).padStart(2, '0')}m`;
  return minutes > 0 ? `${minutes}m` : '<1m';
}

/** An instant as JSON has it, ISO 8601 in UTC; null stays null. */
export function toIso(atMs: number): string;
export function toIso(atMs: number | null): string | null;
export function toIso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

/** Writes instants as `2026-05-01 14:03` in a time zone; `-` for none. */
export function createInstantText(timeZone: string): (atMs: number | null) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (atMs) => {
    if (atMs === null) return unknownText;
    const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
    return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
  };
}

function toScaledText(value: number, base: number, units: readonly string[]): string {
  let [scaled, unit] = [value, 0];
  // 999.5 and more would be written with four digits.
  while (Math.abs(scaled) >= (unit === 0 ? base : 999.5) && unit < units.length - 1) {
    scaled /= base;
    unit += 1;
  }
  if (unit === 0) return `${Math.round(scaled)}${units[0] ?? ''}`;
  const size = Math.abs(scaled);
  return `${scaled.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0)}${units[unit] ?? ''}`;
}
