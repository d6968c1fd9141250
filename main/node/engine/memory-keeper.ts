import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';

/** So long nothing may have happened before memory is given back: it stops this thread for a tenth of a second. */
const restMs = 5 * secondMs;
/** Nor more often than this, however much was read in between. */
const shortestPauseMs = 10 * minuteMs;
/** Less than this is not worth the stop. */
const worthBytes = 12 * 1024 * 1024;
/** What the heap takes at rest, until it was seen at rest. */
const expectedRestingBytes = 24 * 1024 * 1024;

/** Gives memory back to the system. */
export interface MemoryKeeper {
  /** Something happened that took memory; it is given back when things have come to rest. */
  note(): void;
  /** Gives nothing back any more. */
  stop(): void;
}

/** What the keeper decides by. */
export interface HeapState {
  /** What the heap has taken from the system. */
  readonly heldBytes: number;
  /** The same, right after memory was last given back; null when it never was. */
  readonly restingBytes: number | null;
  /** Since then; null when it never was. */
  readonly sinceMs: number | null;
}

/** Whether there is enough to give back. A clock that was set back counts as no time at all. */
export function isWorthGivingBack({ heldBytes, restingBytes, sinceMs }: HeapState): boolean {
  if (sinceMs !== null && sinceMs < shortestPauseMs) return false;
  return heldBytes - (restingBytes ?? expectedRestingBytes) >= worthBytes;
}

/**
 * Builds the keeper of this thread's heap. After a scan V8 keeps the room that short-lived objects took (60 MB and
 * more), and garbage beside it, for as long as nothing is allocated: on an idle machine for ever. Its timer does not
 * keep the process alive.
 */
export function createMemoryKeeper(
  clock: Clock,
  collect: () => void = collectAllGarbage,
  readHeldBytes: () => number = () => getHeapStatistics().total_heap_size,
): MemoryKeeper {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let last: { readonly atMs: number; readonly bytes: number } | null = null;

  const look = (): void => {
    timer = null;
    const sinceMs = last === null ? null : clock.nowMs() - last.atMs;
    if (!isWorthGivingBack({ heldBytes: readHeldBytes(), restingBytes: last?.bytes ?? null, sinceMs })) return;
    collect();
    last = { atMs: clock.nowMs(), bytes: readHeldBytes() };
  };

  return {
    note() {
      if (isStopped) return;
      if (timer === null) timer = setTimeout(look, restMs).unref();
      else timer.refresh();
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Collects all garbage of this thread, and unmaps what is free then. Where V8 refuses, it does nothing. */
function collectAllGarbage(): void {
  try {
    // The function is given to contexts that are made while the flag is set, and to no other.
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as (options: { type: string; execution: string; flavor: string }) => void;
    setFlagsFromString('--no-expose-gc');
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  } catch {
    return;
  }
}
