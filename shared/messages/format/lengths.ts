import { dayMs, hourMs, minuteMs } from '../../domain/instant.ts';

/** How a language writes the units of time, each with what stands before it, e.g. ` h`; `gap` is between two of them. */
export interface DurationWords {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly gap: string;
  /** Less than a minute. */
  readonly moment: string;
}

/** A length of time in its two largest units, rounded down. */
export function formatDuration(lengthMs: number, words: DurationWords): string {
  if (lengthMs < minuteMs) return words.moment;
  const days = Math.floor(lengthMs / dayMs);
  const hours = Math.floor((lengthMs % dayMs) / hourMs);
  const minutes = Math.floor((lengthMs % hourMs) / minuteMs);
  const parts = [
    [days, words.day],
    [hours, words.hour],
    [days > 0 ? 0 : minutes, words.minute],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(words.gap);
}

/** The names of limit windows by their length. */
export interface WindowWords {
  readonly day: string;
  readonly week: string;
  readonly days: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
}

/** The name of a limit window of a length in minutes. */
export function nameWindow(windowMinutes: number, words: WindowWords): string {
  const windowMs = windowMinutes * minuteMs;
  if (windowMs === dayMs) return words.day;
  if (windowMs === 7 * dayMs) return words.week;
  if (windowMs % dayMs === 0) return words.days(windowMs / dayMs);
  if (windowMs % hourMs === 0) return words.hours(windowMs / hourMs);
  return words.minutes(Math.round(windowMinutes));
}
