import type { Block } from '../domain/block.ts';
import { minuteMs } from '../domain/instant.ts';
import { isUsedUp, type LimitWindow } from '../domain/limit-window.ts';
import { listInUse } from './accounts.ts';

/** Responses in progress when the limit was reached still arrive. */
const lastResponsesMs = 2 * minuteMs;

/**
 * Whether a limit that is used up keeps a block from growing until its end: one of a whole plan, of the account in use, that
 * resets no sooner, and since which nothing was used. If people continue with paid credits, usage shows it.
 */
export function isStopped(
  block: Pick<Block, 'source' | 'endMs' | 'lastAtMs'>,
  windows: readonly LimitWindow[],
): boolean {
  return listInUse(windows).some(
    (window) =>
      window.source === block.source &&
      window.label === null &&
      window.windowMinutes !== null &&
      isUsedUp(window) &&
      (window.resetsAtMs ?? 0) >= block.endMs &&
      (block.lastAtMs ?? 0) <= window.observedAtMs + lastResponsesMs,
  );
}
