import { minuteMs, parseEpochSeconds, secondMs } from '../../domain/instant.ts';
import type { LimitReading } from '../../domain/limit-window.ts';
import { toName, toRecord, type JsonRecord } from '../lib/json-record.ts';

/** Lengths in minutes of the windows that OpenAI has; 0.47 wrote 299 and 10079. */
const nominalMinutes = [300, 10_080, 43_200];
const longestMinutes = 366 * 24 * 60;
const longestName = 256;

/**
 * Reads `rate_limits` of a `token_count`: one reading a window. The slot (`primary`, `secondary`) means nothing, the
 * length does. A window with a share outside 0 to 100 or without a length is left out.
 */
export function parseLimitReadings(value: unknown, observedAtMs: number): readonly LimitReading[] {
  const limits = toRecord(value);
  if (limits === null) return [];
  return [limits['primary'], limits['secondary']].flatMap((slot) => {
    const window = toRecord(slot);
    const windowMinutes = toWindowMinutes(window?.['window_minutes']);
    const usedPercent = window?.['used_percent'];
    if (window === null || windowMinutes === null || !isPercent(usedPercent)) return [];
    return [
      {
        source: 'codex',
        limitId: toName(limits['limit_id'], longestName) ?? 'codex',
        limitName: toName(limits['limit_name'], longestName),
        windowMinutes,
        usedPercent,
        resetsAtMs: toResetsAt(window, observedAtMs, windowMinutes),
        planType: toName(limits['plan_type'], longestName),
        observedAtMs,
      },
    ];
  });
}

function toWindowMinutes(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0 || value > longestMinutes) return null;
  return nominalMinutes.find((nominal) => Math.abs(value - nominal) <= nominal / 100) ?? value;
}

function toResetsAt(window: JsonRecord, observedAtMs: number, windowMinutes: number): number | null {
  const seconds = window['resets_in_seconds'];
  const resetsAtMs =
    parseEpochSeconds(window['resets_at']) ??
    (typeof seconds === 'number' && seconds >= 0 ? parseEpochSeconds(observedAtMs / secondMs + seconds) : null);
  // Further ahead than the window is long would mean a window that has not begun: a broken value.
  return resetsAtMs !== null && resetsAtMs - observedAtMs <= windowMinutes * minuteMs * 1.02 ? resetsAtMs : null;
}

function isPercent(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}
