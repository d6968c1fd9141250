import { dayMs, hourMs, minuteMs } from '../../shared/domain/instant.ts';

const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const dollars = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' });

/** Tokens at a glance: `8.21M`. */
export function formatCompact(count: number): string {
  return compact.format(count);
}
/** A whole number with separators: `8,213,441`. */
export function formatWhole(count: number): string {
  return whole.format(count);
}
/** Millionths of a dollar as dollars: `$12.40`. */
export function formatUsd(microUsd: number): string {
  return dollars.format(microUsd / 1_000_000);
}
/** Dollars on a scale, without cents where there are none: `$600`. */
export function formatUsdTick(microUsd: number): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: 'USD',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(microUsd / 1_000_000);
}
/** A share from 0 to 100: `82%`. */
export function formatPercent(percent: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
}
/** Bytes: `1.2 GB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const unit = ['kilobyte', 'megabyte', 'gigabyte'][power - 1]!;
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: power === 3 ? 1 : 0 }).format(
    bytes / 1000 ** power,
  );
}
/** A span of time in its two largest units: `1d 3h`, `2h 10m`, `12m`, `< 1m`. */
export function formatDuration(ms: number): string {
  if (ms < minuteMs) return '< 1m';
  const days = Math.floor(ms / dayMs);
  const hours = Math.floor((ms % dayMs) / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  if (days > 0) return hours > 0 ? `${days}d ${hours}h` : `${days}d`;
  if (hours > 0) return minutes > 0 ? `${hours}h ${minutes}m` : `${hours}h`;
  return `${minutes}m`;
}
/** How long ago: `just now`, `12m ago`. */
export function formatAge(ms: number): string {
  return ms < minuteMs ? 'just now' : `${formatDuration(ms)} ago`;
}
/** A moment near now: the hour today, with the weekday within a week, else with the date. */
export function formatMoment(atMs: number, nowMs: number, timeZone: string): string {
  const dayOf = (ms: number): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms);
  const time = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  if (dayOf(atMs) === dayOf(nowMs)) return new Intl.DateTimeFormat(undefined, time).format(atMs);
  const date =
    Math.abs(atMs - nowMs) < 6 * dayMs
      ? ({ weekday: 'short' } as const)
      : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(undefined, { ...date, ...time }).format(atMs);
}
/** A day or month key in words: `Thu, May 14`, `May 2026`. */
export function formatDayKey(key: string, style: 'short' | 'long'): string {
  const isMonth = key.length === 7;
  const at = Date.parse(`${isMonth ? `${key}-01` : key}T00:00:00Z`);
  const parts: Intl.DateTimeFormatOptions = isMonth
    ? { month: 'short', year: 'numeric' }
    : style === 'short'
      ? { day: 'numeric', month: 'short' }
      : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(undefined, { ...parts, timeZone: 'UTC' }).format(at);
}
