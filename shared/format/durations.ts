import { dayMs, hourMs, minuteMs } from '../domain/instant.ts';

/** A length of time in its two largest units, rounded down, e.g. `2 h 13 min`; below a minute `<1 min`. */
export function formatDuration(lengthMs: number): string {
  if (lengthMs < minuteMs) return '<1 min';
  const days = Math.floor(lengthMs / dayMs);
  const hours = Math.floor((lengthMs % dayMs) / hourMs);
  const minutes = Math.floor((lengthMs % hourMs) / minuteMs);
  const parts = days > 0 ? [toPart(days, 'd'), toPart(hours, 'h')] : [toPart(hours, 'h'), toPart(minutes, 'min')];
  return parts.filter((part) => part !== '').join(' ');
}

/** A time to come, e.g. `in 5 min`; `now` when it has come. */
export function formatUntil(lengthMs: number): string {
  return lengthMs <= 0 ? 'now' : `in ${formatDuration(lengthMs)}`;
}

/** A time gone by, e.g. `5 min ago`; `just now` within a minute, and for times to come (clocks differ). */
export function formatAge(ageMs: number): string {
  return ageMs < minuteMs ? 'just now' : `${formatDuration(ageMs)} ago`;
}

function toPart(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}`;
}
