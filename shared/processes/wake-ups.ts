import { hourMs, secondMs } from '../domain/instant.ts';

/** Voluntary context switches of each thread since it began; the key names process and thread. */
export type SwitchCounts = ReadonlyMap<string, number>;

/** Wake-ups from one reading to the next. */
interface Switched {
  readonly fromMs: number;
  readonly toMs: number;
  readonly switches: number;
}

/** The last reading, and what was counted within the last hour. */
export interface WakeUpHistory {
  readonly last: { readonly atMs: number; readonly counts: SwitchCounts } | null;
  readonly pieces: readonly Switched[];
}

/** No readings yet. */
export const noWakeUps: WakeUpHistory = { last: null, pieces: [] };

/**
 * Adds a reading (null: the system did not say) to the history. Threads that began in between count from their beginning;
 * what threads did between the last reading and their end is not known, so the sum is a lower bound.
 */
export function addSwitchCounts(history: WakeUpHistory, counts: SwitchCounts | null, nowMs: number): WakeUpHistory {
  const { last } = history;
  const pieces = history.pieces.filter(({ fromMs, toMs }) => fromMs >= nowMs - hourMs && toMs <= nowMs);
  if (counts === null) return { last: null, pieces };
  const next = { atMs: nowMs, counts };
  if (last === null || last.atMs >= nowMs) return { last: next, pieces };
  let switches = 0;
  for (const [thread, count] of counts) {
    const before = last.counts.get(thread) ?? 0;
    // A lower count belongs to another thread that reuses the id.
    switches += count >= before ? count - before : count;
  }
  return { last: next, pieces: [...pieces, { fromMs: last.atMs, toMs: nowMs, switches }] };
}

/** Wake-ups per second over the last hour, below ten to a tenth; null where none were measured. */
export function toWakeUpsPerSecond({ pieces }: WakeUpHistory): number | null {
  const ms = pieces.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  if (ms === 0) return null;
  const switches = pieces.reduce((sum, piece) => sum + piece.switches, 0);
  const perSecond = (switches * secondMs) / ms;
  return perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond);
}
