import type { LimitReading } from '../../domain/limit-window.ts';
import { secondMs } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { isGiven, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import {
  toLimitText,
  parseAmount,
  parsePercent,
  parseWindowMinutes,
  toAccountHash,
  toLimitRecords,
  type ReadingBase,
} from '../lib/limit-values.ts';
import { skip } from '../lib/skip.ts';

/** Lengths in minutes of OpenAI's windows; 0.47 wrote 299 and 10079. */
const nominalMinutes = [300, 10_080, 43_200];

/** Where an answer about limits was found. */
export interface LimitsFound extends Pick<LimitReading, 'origin' | 'observedAtMs'> {
  /** Logs do not name the account. */
  readonly account: string | null;
}

/**
 * Parses `rate_limits` of a `token_count`: one reading per window, and one of the credits if the account has any. The
 * slot (`primary`, `secondary`) is irrelevant; the length identifies the window. A slot that is absent or null was not
 * reported, which is no reading; one with a share outside 0 to 100 or without a length is
 * skipped, as is a negative balance.
 */
export function parseLimits(value: unknown, found: LimitsFound): readonly LogRecord[] {
  const limits = toRecord(value);
  if (limits === null) return [];
  const base = toBase(limits, found);
  const windows = ['primary', 'secondary'].flatMap((slot) => parseSlot(limits[slot], base));
  const credits = readCredits(limits['credits']);
  if (credits === null) return windows;
  const remaining = parseAmount(credits);
  if (remaining === null) return [...windows, skip('bad-limit')];
  const amount = { unit: 'credits', used: null, limit: null, remaining } as const;
  const window = {
    windowMinutes: null,
    scope: 'credits' as const,
    usedPercent: null,
    amount,
    reset: null,
    ...toLabel(limits),
  };
  return [...windows, ...toLimitRecords(base, window)];

  function parseSlot(slot: unknown, common: ReadingBase): readonly LogRecord[] {
    if (!isGiven(slot)) return [];
    const window = toRecord(slot) ?? {};
    const windowMinutes = parseWindowMinutes(window['window_minutes'], nominalMinutes);
    if (windowMinutes === null) return [skip('bad-limit')];
    const usedPercent = parsePercent(window['used_percent']);
    const reset = toReset(window, found.observedAtMs);
    return toLimitRecords(common, { windowMinutes, usedPercent, reset, ...toLabel(limits!) });
  }
}

function toBase(limits: JsonRecord, { origin, observedAtMs, account }: LimitsFound): ReadingBase {
  return {
    provider: 'openai',
    account,
    // An address is kept as a hash, which still tells limits apart.
    name: toLimitText(limits['limit_id']) ?? toAccountHash(limits['limit_id']) ?? 'codex',
    source: 'codex',
    origin,
    planType: toLimitText(limits['plan_type']),
    observedAtMs,
  };
}

function toLabel(limits: JsonRecord): { readonly label: string | null } {
  return { label: toLimitText(limits['limit_name']) };
}

/** The remaining credits as they were written; null when the account has none of its own, or an unlimited number. */
function readCredits(value: unknown): unknown {
  const credits = toRecord(value);
  if (credits === null || credits['has_credits'] !== true || credits['unlimited'] === true) return null;
  return isGiven(credits['balance']) ? credits['balance'] : null;
}

/** The reset in UNIX seconds; 0.47 wrote how far ahead it is. */
function toReset(window: JsonRecord, observedAtMs: number): unknown {
  const seconds = window['resets_in_seconds'];
  if (isGiven(window['resets_at'])) return window['resets_at'];
  return typeof seconds === 'number' && seconds >= 0 ? observedAtMs / secondMs + seconds : null;
}
