import type { AlertPeriod } from '../domain/alert-intent.ts';
import type { PeriodKind } from '../domain/report.ts';
import type { Formats } from './format/formats.ts';

/** How a language names the day, week and month that still run, and a week by its first day. */
export interface PeriodWords extends Readonly<Record<PeriodKind, string>> {
  weekOf(day: string): string;
}

/** The period of an alert: `Today` while it is, and its date once it is over. */
export function namePeriod(
  { period, since, endsAtMs }: AlertPeriod & { readonly period: PeriodKind },
  nowMs: number,
  words: PeriodWords,
  format: Formats,
): string {
  if (since === undefined || endsAtMs === undefined || nowMs < endsAtMs) return words[period];
  if (period === 'month') return format.month(since.slice(0, 7));
  return period === 'day' ? format.day(since) : words.weekOf(format.day(since));
}
