import type { Result } from './result.ts';
import { fail, ok } from './result.ts';

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

/** Whether a member has a value: neither absent nor null. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
