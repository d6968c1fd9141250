import type { LimitTitle } from '../domain/limit-window.ts';
import { dayMs, hourMs, minuteMs } from '../domain/instant.ts';

/**
 * Name of a limit window by its length, e.g. `5-hour limit`, `weekly limit`, or by what it covers where it has none;
 * with the provider's own label if any.
 */
export function formatWindowLabel({ windowMinutes, scope, label }: LimitTitle): string {
  const kind = windowMinutes === null ? scope : `${describeLength(windowMinutes * minuteMs)} limit`;
  return label === null ? kind : `${label} ${kind}`;
}

function describeLength(windowMs: number): string {
  if (windowMs === dayMs) return 'daily';
  if (windowMs === 7 * dayMs) return 'weekly';
  if (windowMs % dayMs === 0) return `${windowMs / dayMs}-day`;
  if (windowMs % hourMs === 0) return `${windowMs / hourMs}-hour`;
  return `${Math.round(windowMs / minuteMs)}-minute`;
}
