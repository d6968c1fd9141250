import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';

/** How long to be idle before memory is returned: this blocks the thread for a tenth of a second. */
const restMs = 5 * secondMs;
/** The minimum interval, however much was read in between. */
const minPauseMs = 10 * minuteMs;
/** Less than this is not worth the pause. */
const worthBytes = 6 * 1024 * 1024;
/** The heap's assumed size at rest, until it is measured. */
const expectedRestingBytes = 12 * 1024 * 1024;

/** Gives memory back to the system. */
export interface MemoryKeeper {
  /** Something happened that took memory; it is given back once activity has stopped. */
  note(): void;
  /** Stops giving memory back. */
  stop(): void;
}

/** What the keeper's decision depends on. */
export interface HeapState {
  /** What the heap has taken from the system. */
  readonly heldBytes: number;
  /** The same, right after memory was last given back; null when it never was. */
  readonly restingBytes: number | null;
  /** Time since then; null when it never was. */
  readonly sinceMs: number | null;
}

/** Whether there is enough to give back. If the clock was set back, no time has passed. */
export function isWorthGivingBack({ heldBytes, restingBytes, sinceMs }: HeapState): boolean {
  if (sinceMs !== null && sinceMs < minPauseMs) return false;
  return heldBytes - (restingBytes ?? expectedRestingBytes) >= worthBytes;
}

/**
 * Builds the keeper of this thread's heap. After a scan, V8 keeps the space that short-lived objects took (60 MB and
 * more), plus garbage, for as long as nothing is allocated: on an idle machine, forever. Its timer does not keep the
 * process alive.
 */
export function createMemoryKeeper(
  clock: Clock,
  collect: () => void = collectAllGarbage,
  readHeldBytes: () => number = () => getHeapStatistics().total_heap_size,
): MemoryKeeper {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let last: { readonly atMs: number; readonly bytes: number } | null = null;

  const check = (): void => {
    timer = null;
    const sinceMs = last === null ? null : clock.nowMs() - last.atMs;
    if (!isWorthGivingBack({ heldBytes: readHeldBytes(), restingBytes: last?.bytes ?? null, sinceMs })) return;
    collect();
    last = { atMs: clock.nowMs(), bytes: readHeldBytes() };
  };

  return {
    note() {
      if (isStopped) return;
      if (timer === null) timer = setTimeout(check, restMs).unref();
      else timer.refresh();
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Collects all garbage on this thread and unmaps the freed memory. Does nothing where V8 refuses. */
function collectAllGarbage(): void {
  try {
    // Only contexts created while the flag is set get the function.
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as (options: { type: string; execution: string; flavor: string }) => void;
    setFlagsFromString('--no-expose-gc');
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  } catch {
    return;
  }
}
