/** How close a used share is to its limit. Shown by icon and words, never by color alone. */
export type Level = 'normal' | 'warning' | 'critical';

/**
 * The level of a used share (0 to 100, or more) under ascending alert thresholds: the last is critical, the earlier
 * ones are warnings. A used-up limit is critical whatever the thresholds.
 */
export function toLevel(usedPercent: number, thresholdsPercent: readonly number[]): Level {
  if (usedPercent >= Math.min(thresholdsPercent.at(-1) ?? 100, 100)) return 'critical';
  return thresholdsPercent.some((threshold) => usedPercent >= threshold) ? 'warning' : 'normal';
}
