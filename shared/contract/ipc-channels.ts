import type { Result } from '../lib/result.ts';

// No schema is imported here: the preload script is built of this file and little else.

/** What a call's channel carries back: Electron would wrap a thrown message in its own words. */
export type CallAnswer = Result<unknown>;

/** The IPC channel that carries a call. */
export function toCallChannel(name: string): string {
  return `fuelgauge:call:${name}`;
}

/** The IPC channel that carries an event. */
export function toEventChannel(name: string): string {
  return `fuelgauge:event:${name}`;
}
