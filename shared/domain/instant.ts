export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const quarterHourMs = 15 * minuteMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Rounds an instant down to a multiple of the grain (both milliseconds). */
export function floorTo(atMs: number, grainMs: number): number {
  return Math.floor(atMs / grainMs) * grainMs;
}

/** An instant as JSON shows it: ISO 8601 in UTC. Null stays null. */
export function toIso(atMs: number): string;
export function toIso(atMs: number | null): string | null;
export function toIso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

const isoInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
/** 2015-01-01 and 2100-01-01: no agent wrote logs earlier, and a later date means a broken clock. */
const earliestMs = 1_420_070_400_000;
const latestMs = 4_102_444_800_000;

/**
 * Parses an ISO 8601 instant with a zone (any number of fraction digits); null when it is invalid, implausible, or on a
 * day the calendar does not have.
 */
export function parseIsoInstant(text: unknown): number | null {
  if (typeof text !== 'string' || !isoInstant.test(text) || !hasRealDay(text)) return null;
  const atMs = Date.parse(text);
  return toPlausibleInstant(Number.isNaN(atMs) ? null : atMs);
}

/** Parses a UNIX time in seconds; null when it is invalid or implausible. */
export function parseEpochSeconds(seconds: unknown): number | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return null;
  return toPlausibleInstant(Math.round(seconds * 1_000));
}

/** `Date.parse` reads 30 February as 2 March. */
function hasRealDay(text: string): boolean {
  const day = (text.charCodeAt(8) - 48) * 10 + text.charCodeAt(9) - 48;
  if (day <= 28) return true;
  const startMs = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, day);
  return new Date(startMs).getUTCDate() === day;
}

function toPlausibleInstant(atMs: number | null): number | null {
  return atMs !== null && atMs >= earliestMs && atMs < latestMs ? atMs : null;
}
