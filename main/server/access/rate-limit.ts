import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';

/** Returns whether a request from an address is within the limit, or else the seconds until the next one will be. */
export type RateLimit = (address: string, nowMs: number) => { readonly retryAfterSeconds: number } | null;

/** Beyond this, addresses are forgotten, which only grants them a full bucket again. */
const maxAddresses = 10_000;

/** Builds a token bucket per address: `perMinute()` requests at once, refilled evenly. */
export function createRateLimit(perMinute: () => number): RateLimit {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return (address, nowMs) => {
    const size = perMinute();
    if (buckets.size >= maxAddresses && !buckets.has(address)) buckets.clear();
    const bucket = buckets.get(address) ?? { left: size, atMs: nowMs };
    buckets.set(address, bucket);
    const elapsedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.left = Math.min(size, bucket.left + (elapsedMs * size) / minuteMs);
    bucket.atMs = nowMs;
    if (bucket.left < 1) return { retryAfterSeconds: Math.ceil(((1 - bucket.left) * minuteMs) / size / secondMs) };
    bucket.left -= 1;
    return null;
  };
}
