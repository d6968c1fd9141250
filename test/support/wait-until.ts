import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 25;

/**
 * Calls `read` until it returns something other than null, undefined or false, and returns that.
 * Throws after `timeoutMs`, naming `what` it waited for.
 */
export async function waitUntil<Value>(
  what: string,
  read: () => Promise<Value> | Value,
  timeoutMs = 60_000,
): Promise<NonNullable<Exclude<Value, false>>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value as NonNullable<Exclude<Value, false>>;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await delay(EVERY_MS);
  }
}
