import { dayMs, hourMs, minuteMs } from '../domain/instant.ts';

/** Name of a limit window by its length, e.g. `5-hour limit`, `weekly limit`; with the provider's own label if any. */
export function formatWindowLabel(windowMinutes: number, limitName: string | null = null): string {
  const length = describeLength(windowMinutes * minuteMs);
  return limitName === null ? `${length} limit` : `${limitName} ${length} limit`;
}

function describeLength(windowMs: number): string {
  if (windowMs === dayMs) return 'daily';
  if (windowMs === 7 * dayMs) return 'weekly';
  if (windowMs % dayMs === 0) return `${windowMs / dayMs}-day`;
  if (windowMs % hourMs === 0) return `${windowMs / hourMs}-hour`;
  return `${Math.round(windowMs / minuteMs)}-minute`;
}
