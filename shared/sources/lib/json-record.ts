import type { Result } from '../../lib/result.ts';
import { fail, ok } from '../../lib/result.ts';

/** A JSON object of unknown shape. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Why a text is not a JSON object. */
export type JsonFailure = 'not-json' | 'not-a-record';

/** Parses a line as one JSON object; fails with the reason when it is not one. Never throws. */
export function parseJsonRecord(line: string): Result<JsonRecord, JsonFailure> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // Nesting that is too deep also ends here (RangeError).
    return fail('not-json');
  }
  const record = toRecord(value);
  return record === null ? fail('not-a-record') : ok(record);
}

/** The value as a JSON object; null when it is anything else. */
export function toRecord(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}

/** Control characters and halves of surrogate pairs: they break displays and do not survive a database. */
const unfit = /[\p{Cc}\p{Cs}]/gu;
const longestText = 4_096;

/**
 * A string that names something (an id, a model, a folder), without characters that do not belong in a name; null when
 * it is not a string, is empty or is longer than any such name.
 */
export function toName(value: unknown, maxLength: number = longestText): string | null {
  if (typeof value !== 'string' || value.length > maxLength) return null;
  const name = value.replace(unfit, '').trim();
  return name === '' ? null : name;
}

/** No id, model or provider is longer; a longer one is corrupt. */
const maxIdLength = 256;

/** The id of something, a model or a provider: as `toName`, but shorter. */
export function toId(value: unknown): string | null {
  return toName(value, maxIdLength);
}

/** Whether a member has a value: neither absent nor null. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
