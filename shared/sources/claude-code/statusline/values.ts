/** A finite number; null for anything else. */
export function toNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A finite number of zero or more, such as a count, an amount or a duration; null for anything else. */
export function toAmount(value: unknown): number | null {
  const number = toNumber(value);
  return number !== null && number >= 0 && number <= 1e15 ? number : null;
}

/** A share of 0 to 100; null for anything else. */
export function toPercent(value: unknown): number | null {
  const number = toNumber(value);
  return number !== null && number >= 0 && number <= 100 ? number : null;
}

const [minMs, maxMs] = [Date.UTC(2020, 0), Date.UTC(2100, 0)];

/** An instant in seconds, milliseconds, or as ISO 8601, all of which have been seen; null for anything else. */
export function toInstantMs(value: unknown): number | null {
  const number = typeof value === 'string' ? Date.parse(value) : toNumber(value);
  if (number === null || Number.isNaN(number)) return null;
  const atMs = number < minMs ? number * 1_000 : number;
  return atMs >= minMs && atMs < maxMs ? Math.round(atMs) : null;
}

/** The reset of a limit, in seconds or as ISO 8601: as everywhere else, a value in milliseconds is broken in this field. */
export function toResetMs(value: unknown): number | null {
  return typeof value === 'number' && value >= minMs ? null : toInstantMs(value);
}
