import type { AlertParameters, AlertPeriod } from '../domain/alert-intent.ts';
import { toUtcMs } from '../domain/calendar-day.ts';
import { minuteMs } from '../domain/instant.ts';
import type { PeriodKind } from '../domain/report.ts';
import type { Formats } from './format/formats.ts';

/** How a language names the day, week and month that still run, and a week by its first day. */
export interface PeriodWords extends Readonly<Record<PeriodKind, string>> {
  weekOf(day: string): string;
  /** What a running period has used. */
  soFar(period: string): string;
  /** What a period had used by a time before its end. */
  upTo(period: string, time: string): string;
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

/** The period of a digest, and up to when it counts: one that is read when its period is over does not hold all of it. */
export function nameDigest(
  digest: AlertParameters['digest'],
  nowMs: number,
  words: PeriodWords,
  format: Formats,
): string {
  const { period, endsAtMs = Infinity, upTo } = digest;
  const name = namePeriod(digest, nowMs, words, format);
  if (nowMs < endsAtMs) return words.soFar(name);
  if (upTo === undefined) return name;
  const upToMs = toUtcMs(upTo.day) + upTo.minute * minuteMs;
  return words.upTo(name, period === 'day' ? format.clockTime(upToMs, 'UTC') : format.dateTime(upToMs, 'UTC'));
}
