import { secondMs } from '../../../../shared/domain/instant.ts';

/** The longest useful wait for one alert. */
const maxWaitMs = 24 * 3_600 * secondMs;

/**
 * How long a server asks to wait, in milliseconds: its `Retry-After` (seconds or a date, RFC 9110 section 10.2.3), or
 * `retry_after` in seconds, in the JSON of Discord and Telegram. Null when it does not say.
 */
export function parseRetryAfter(header: string | undefined, body: string, nowMs: number): number | null {
  const waitMs = fromHeader(header, nowMs) ?? fromBody(body);
  return waitMs === null ? null : Math.min(Math.max(0, Math.ceil(waitMs)), maxWaitMs);
}

function fromHeader(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}(\.\d+)?\s*$/.test(header)) return Number(header) * secondMs;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? null : atMs - nowMs;
}

function fromBody(body: string): number | null {
  const found = /"retry_after"\s*:\s*(\d{1,9}(\.\d+)?)/.exec(body);
  return found === null ? null : Number(found[1]) * secondMs;
}
