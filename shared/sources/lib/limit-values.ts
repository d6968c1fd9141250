import { secondMs, parseEpochSeconds, parseIsoInstant } from '../../domain/instant.ts';
import { toLengthScope, type ScopeWithoutLength } from '../../domain/limit-id.ts';
import { isResetTooFar, type LimitReading } from '../../domain/limit-window.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { hashText } from '../../lib/hash-text.ts';
import { isGiven } from '../../lib/json-record.ts';
import { toName } from './names.ts';
import { skip } from './skip.ts';

// Providers write the same window on several scales (0 to 1, 0 to 100) and clocks (seconds, ISO 8601). A value does not
// give its scale (0.5 may be half a percent), so the field decides it, here once for all sources.

/** Names of limits and plans are shorter. */
const longestLimitName = 256;
const longestMinutes = 366 * 24 * 60;
/** Servers recompute a reset for each answer, some milliseconds apart. */
const resetGrainMs = 1_000;

// A JSON file may say -0, which is written and compared differently from 0: adding 0 makes it one.

/** A percentage of 0 to 100 in a field of that scale; null when it is not one, e.g. a time in its place. */
export function parsePercent(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value + 0 : null;
}

/** A share of 0 to 1 in a field of that scale, as a percentage; null when it is not one. */
export function parseShare(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1 ? Math.round((value + 0) * 1e6) / 1e4 : null;
}

/** A moment as UNIX seconds or as ISO 8601 with a zone, to the second, UTC milliseconds; null when it is neither. */
export function parseMoment(value: unknown): number | null {
  const atMs = typeof value === 'string' ? parseIsoInstant(value) : parseEpochSeconds(value);
  return atMs === null ? null : Math.round(atMs / resetGrainMs) * resetGrainMs;
}

/** A UNIX time in milliseconds; null when it is invalid or implausible. */
export function parseEpochMs(value: unknown): number | null {
  return typeof value === 'number' ? parseEpochSeconds(value / secondMs) : null;
}

/** The reset of a window as read from a field; null when there is none, or when it is too far ahead. */
export function parseReset(value: unknown, observedAtMs: number, windowMinutes: number | null): number | null {
  const resetsAtMs = parseMoment(value);
  return resetsAtMs === null || isResetTooFar(resetsAtMs, windowMinutes, observedAtMs) ? null : resetsAtMs;
}

/** A length in minutes; the nearest of `nominal` if it is within 1 %, since some versions write 299 for 300. */
export function parseWindowMinutes(value: unknown, nominal: readonly number[]): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0 || value > longestMinutes) return null;
  return nominal.find((length) => Math.abs(value - length) <= length / 100) ?? value;
}

/**
 * An account as it is kept: a fingerprint of the provider's id, which distinguishes accounts and reveals nothing else. Null when
 * there is no id.
 */
export function toAccountHash(id: unknown): string | null {
  const name = toName(id, longestLimitName);
  return name === null ? null : hashText(name.toLowerCase());
}

/** The name of a limit, plan or model; null for anything else, and for an e-mail address, which is never kept. */
export function toLimitText(value: unknown): string | null {
  const name = toName(value, longestLimitName);
  return name === null || name.includes('@') ? null : name;
}

/** What all windows of one answer share. */
export interface ReadingBase extends Pick<LimitReading, 'source' | 'origin' | 'planType' | 'observedAtMs'> {
  readonly provider: string;
  readonly account: string | null;
  /** The provider's name of the limit. */
  readonly name: string;
}

/** One window as a source found it, still in the provider's terms. */
export interface RawWindow {
  readonly windowMinutes: number | null;
  /** Already a percentage: see `parsePercent` and `parseShare`. Null where it is not one. */
  readonly usedPercent: number | null;
  readonly reset: unknown;
  /** What it covers, where its length is not enough to name it; with a space behind the length, e.g. `7d opus`. */
  readonly scope?: ScopeWithoutLength | `${string} ${string}`;
  readonly label?: string | null;
  readonly amount?: LimitReading['amount'];
}

/**
 * Builds the records of one window: its reading, or a skip when it has neither a valid percentage nor an amount. A reset
 * that is impossible is left out of the reading and counted beside it.
 */
export function toLimitRecords(base: ReadingBase, window: RawWindow): readonly LogRecord[] {
  const { provider, account, name, ...rest } = base;
  const { windowMinutes, usedPercent, amount = null, label = null } = window;
  if (usedPercent === null && amount === null) return [skip('bad-limit')];
  const scope = window.scope ?? (windowMinutes === null ? 'unknown' : toLengthScope(windowMinutes));
  const resetsAtMs = parseReset(window.reset, base.observedAtMs, windowMinutes);
  const id = { provider, account, name, scope };
  const reading = { ...rest, id, label, windowMinutes, usedPercent, amount, resetsAtMs };
  const isRefused = resetsAtMs === null && isGiven(window.reset) && window.reset !== 0 && window.reset !== '';
  return [{ kind: 'limit', reading }, ...(isRefused ? [skip('bad-limit')] : [])];
}

/** A finite, non-negative amount; null when it is not one. */
export function parseAmount(value: unknown): number | null {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount + 0 : null;
}
