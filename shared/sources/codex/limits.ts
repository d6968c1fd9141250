import { minuteMs, parseEpochSeconds, secondMs } from '../../domain/instant.ts';
import { toLengthScope } from '../../domain/limit-id.ts';
import type { LimitReading } from '../../domain/limit-window.ts';
import { toName, toRecord, type JsonRecord } from '../lib/json-record.ts';

/** Lengths in minutes of OpenAI's windows; 0.47 wrote 299 and 10079. */
const nominalMinutes = [300, 10_080, 43_200];
const longestMinutes = 366 * 24 * 60;
const longestName = 256;

/**
 * Parses `rate_limits` of a `token_count`: one reading per window, and one of the credits if the account has any. The
 * slot (`primary`, `secondary`) is irrelevant; the length identifies the window. A window with a share outside 0 to 100
 * or without a length is left out.
 */
export function parseLimitReadings(value: unknown, observedAtMs: number): readonly LimitReading[] {
  const limits = toRecord(value);
  if (limits === null) return [];
  const common = toCommon(limits, observedAtMs);
  const windows = [limits['primary'], limits['secondary']].flatMap((slot) => {
    const window = toRecord(slot);
    const windowMinutes = toWindowMinutes(window?.['window_minutes']);
    const usedPercent = window?.['used_percent'];
    if (window === null || windowMinutes === null || !isPercent(usedPercent)) return [];
    return [
      {
        ...common,
        id: { ...common.id, scope: toLengthScope(windowMinutes) },
        windowMinutes,
        usedPercent,
        amount: null,
        resetsAtMs: toResetsAt(window, observedAtMs, windowMinutes),
      },
    ];
  });
  const remaining = toBalance(limits['credits']);
  if (remaining === null) return windows;
  const amount = { unit: 'credits', used: null, limit: null, remaining } as const;
  const id = { ...common.id, scope: 'credits' };
  return [...windows, { ...common, id, windowMinutes: null, usedPercent: null, amount, resetsAtMs: null }];
}

function toCommon(limits: JsonRecord, observedAtMs: number) {
  return {
    // Logs do not name the account.
    id: { provider: 'openai', account: null, name: toName(limits['limit_id'], longestName) ?? 'codex' },
    source: 'codex',
    origin: 'log',
    label: toName(limits['limit_name'], longestName),
    planType: toName(limits['plan_type'], longestName),
    observedAtMs,
  } as const;
}

/** The remaining credits; null when the account has none of its own, or an unlimited number. */
function toBalance(value: unknown): number | null {
  const credits = toRecord(value);
  if (credits === null || credits['has_credits'] !== true || credits['unlimited'] === true) return null;
  const balance = credits['balance'];
  const amount = typeof balance === 'string' && balance.trim() !== '' ? Number(balance) : balance;
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : null;
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
  // A reset further ahead than the window's length would mean a window that has not begun: a broken value.
  return resetsAtMs !== null && resetsAtMs - observedAtMs <= windowMinutes * minuteMs * 1.02 ? resetsAtMs : null;
}

function isPercent(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}
