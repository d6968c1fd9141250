import { isTimeZone } from '../../domain/calendar-day.ts';
import { minuteMs, parseEpochSeconds } from '../../domain/instant.ts';
import { findNextWallTime, type WallTime } from '../../domain/wall-time.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import { toLimitRecords } from '../lib/limit-values.ts';
import { skip } from '../lib/skip.ts';
import { claudeLimit, sessionMinutes, toWindow, weekMinutes } from './limit-windows.ts';

/** Texts of a reached limit, from their beginning: an answer that merely mentions limits is not one. */
const reached = [
  /^You['’]ve (?:hit|reached) your (?:(?<kind>[A-Za-z0-9-]+) )??(?<weekly>weekly )?(?:usage )?limit\b/,
  /^(?:Claude )?(?<kind>[A-Za-z0-9-]+) (?<weekly>weekly )?limit reached\b/,
  /^Claude AI usage limit reached\|/,
];

/** `resets 3pm (Asia/Taipei)`, `resets Oct 5 at 3:30pm (UTC)`, `resets at 23:00`; without a zone, the zone is unknown. */
const reset =
  /\bresets (?:at )?(?:(?<month>[A-Z][a-z]{2}) (?<day>\d{1,2})(?:,| at)? )?(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?:\s?(?<half>am|pm))?(?: \((?<zone>[A-Za-z0-9_+/-]+)\))?/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Longer messages are ignored. */
const longestText = 500;

/**
 * What a row written for a failed request says about a limit: that it is used up until a moment. A skip where the
 * message names no moment that can be understood; nothing where it is about something else. Keeps no text.
 */
export function readLimitMessage(
  record: JsonRecord,
  observedAtMs: number | null,
  account: string | null,
): readonly LogRecord[] {
  const text = toText(record);
  const found = text === null ? null : findReached(text);
  if (text === null || found === null) return [];
  const resetsAtMs = observedAtMs === null ? null : findReset(text, observedAtMs);
  if (observedAtMs === null || resetsAtMs === null) return [skip('limit-without-reset')];
  const isShort = resetsAtMs - observedAtMs <= sessionMinutes * minuteMs;
  const minutes = found.window ?? (isShort ? sessionMinutes : weekMinutes);
  const base = { ...claudeLimit, origin: 'log', account, planType: null, observedAtMs } as const;
  const window = { ...toWindow(minutes, found.model), usedPercent: 100, reset: resetsAtMs / 1_000 };
  return toLimitRecords(base, window);
}

/** The first text of the row's message. */
function toText(record: JsonRecord): string | null {
  const content = toRecord(record['message'])?.['content'];
  const first: unknown = Array.isArray(content) ? content[0] : content;
  return toName(typeof first === 'string' ? first : toRecord(first)?.['text'], longestText);
}

/** Which window a message is about, as far as it says; null when it reports no limit that resets. */
function findReached(
  text: string,
): { readonly window: typeof sessionMinutes | typeof weekMinutes | null; readonly model: string | null } | null {
  for (const pattern of reached) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const groups = match.groups ?? {};
    const kind = groups['kind']?.toLowerCase() ?? '';
    if (kind === 'monthly' || kind === 'spend') return null;
    if (kind === 'session' || kind === '5-hour') return { window: sessionMinutes, model: null };
    if (kind === 'weekly') return { window: weekMinutes, model: null };
    if (kind === '' || kind === 'usage') {
      return { window: groups['weekly'] === undefined ? null : weekMinutes, model: null };
    }
    return { window: weekMinutes, model: groups['kind'] ?? null };
  }
  return null;
}

/** The moment that a text names as a reset, UTC milliseconds; null where it names none that can be understood. */
export function findReset(text: string, observedAtMs: number): number | null {
  const epoch = /\|(\d{10})\b/.exec(text)?.[1];
  if (epoch !== undefined) return parseEpochSeconds(Number(epoch));
  const groups = reset.exec(text)?.groups;
  const time = groups === undefined ? null : toWallTime(groups);
  const zone = groups?.['zone'];
  return time === null || zone === undefined || !isTimeZone(zone) ? null : findNextWallTime(time, zone, observedAtMs);
}

function toWallTime(groups: Readonly<Record<string, string | undefined>>): WallTime | null {
  const half = groups['half'];
  const hours = Number(groups['hour']);
  const minute = Number(groups['minute'] ?? 0);
  if (minute > 59 || hours > (half === undefined ? 23 : 12) || (half !== undefined && hours === 0)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0);
  const month = groups['month'] === undefined ? null : months.indexOf(groups['month']) + 1;
  if (month === 0) return null;
  return { hour, minute, date: month === null ? null : { month, day: Number(groups['day']) } };
}
