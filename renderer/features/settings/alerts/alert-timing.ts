import { hourMs } from '../../../../shared/domain/instant.ts';
import { parseTypedWhole, toPlainDigits } from '../../../../shared/messages/format/typed-numbers.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';

const words = messages.settings.timing;
type Hours = Settings['alertChoices']['quietHours'];

/** Parses hours such as `22:00-7:30`; empty for none. */
export function parseHours(text: string): Result<Hours> {
  const typed = toPlainDigits(text).replace(/\s/g, '');
  if (typed === '') return ok(null);
  const match = /^(\d{1,2}):?(\d{2})?[-–](\d{1,2}):?(\d{2})?$/.exec(typed);
  const fromMinute = toMinute(match?.[1], match?.[2]);
  const toMinuteOfDay = toMinute(match?.[3], match?.[4]);
  return fromMinute === null || toMinuteOfDay === null || fromMinute === toMinuteOfDay
    ? fail(words.badHours)
    : ok({ fromMinute, toMinute: toMinuteOfDay });
}

/** Hours as they are entered. */
export function formatHours(hours: Hours): string {
  return hours === null ? '' : `${toTime(hours.fromMinute)}-${toTime(hours.toMinute)}`;
}

/** How long alerts can be snoozed, in hours; 0: not at all. */
export const snoozeHours = [0, 1, 4, 12, 24] as const;

/** When alerts resume that are snoozed for this long from now. */
export function toSnoozedUntil(hours: number, nowMs: number): number | null {
  return hours === 0 ? null : Math.round(nowMs + hours * hourMs);
}

/** The choice that matches the setting: the shortest that has not ended yet. */
export function toSnoozeChoice(untilMs: number | null, nowMs: number): number {
  if (untilMs === null || untilMs <= nowMs) return 0;
  return snoozeHours.find((hours) => hours > 0 && nowMs + hours * hourMs >= untilMs) ?? 24;
}

/** Parses a number of tokens; empty for none. */
export function parseTokens(text: string): Result<number | null> {
  if (text.trim() === '') return ok(null);
  const value = parseTypedWhole(text) ?? 0;
  return value >= 1 && value <= 1e12 ? ok(value) : fail(messages.settings.guard.badTokens);
}

function toMinute(hours: string | undefined, minutes: string | undefined): number | null {
  if (hours === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(hours) <= 23 && Number(minutes ?? 0) <= 59 ? minute : null;
}

function toTime(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
