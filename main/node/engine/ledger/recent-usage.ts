import { createRollingUsage, type RollingUsage } from '../../../../shared/analytics/rolling-usage.ts';
import { dayMs, floorTo, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { PriceBook } from '../../../../shared/ports/price-book.ts';
import type { EventStore } from '../../../../shared/ports/event-store.ts';
import type { LedgerDelta } from '../../../../shared/ports/ledger-writer.ts';

/** How far back the live surfaces go: this week, and enough before it to find where a block began. */
export const liveSpanMs = 9 * dayMs;
/** Where more separate spans than this have changed, reading everything once is cheaper. */
const maxSpans = 400;

/**
 * What has changed in the ledger: what a commit of this process reports; or, since other processes do not report
 * theirs, that the last hours, or everything, may have changed.
 */
export type LedgerChange = LedgerDelta | 'recent' | 'all';

/** The ledger's usage of the last days; only what has changed is read again. */
export interface RecentUsage {
  /** Usage from `liveSpanMs` ago until now, and later where a clock was wrong. Throws when the store does. */
  read(nowMs: number): RollingUsage;
  noteChange(change: LedgerChange): void;
  /** Prices have changed. */
  setBook(book: PriceBook): void;
  /**
   * The time from which `read` covers everything, and how often all of it was reread; each full reread invalidates
   * counts kept elsewhere.
   */
  window(): { readonly fromMs: number; readonly loads: number };
}

/** Builds it; nothing is read before the first `read`. */
export function createRecentUsage(store: () => Pick<EventStore, 'cells'>, firstBook: PriceBook): RecentUsage {
  let book = firstBook;
  let usage = createRollingUsage(book);
  let fromMs = Infinity;
  let loads = 0;
  /** Starts of the minutes that must be read again. */
  let changed = new Set<number>();
  let isRecentChanged = false;
  let isAllChanged = true;

  const load = (nextFromMs: number): void => {
    usage = createRollingUsage(book, store().cells({ fromMs: nextFromMs, grainMs: minuteMs }));
    fromMs = nextFromMs;
    loads += 1;
  };
  const readSpan = (startMs: number, endMs: number | undefined, minutes: Iterable<number>): void =>
    usage.replace(minutes, store().cells({ fromMs: startMs, toMs: endMs, grainMs: minuteMs }));
  const bringUpToDate = (nowMs: number): void => {
    const nextFromMs = floorTo(nowMs - liveSpanMs, dayMs);
    const spans = toSpans([...changed].filter((startMs) => startMs >= nextFromMs));
    if (isAllChanged || nextFromMs < fromMs || spans.length > maxSpans) return load(nextFromMs);
    if (nextFromMs > fromMs) usage.dropBefore((fromMs = nextFromMs));
    for (const { startMs, endMs, minutes } of spans) readSpan(startMs, endMs, minutes);
    const recentMs = Math.max(fromMs, floorTo(nowMs - hourMs, hourMs));
    if (isRecentChanged) readSpan(recentMs, undefined, usage.slicesFrom(recentMs));
  };

  return {
    read(nowMs) {
      bringUpToDate(nowMs);
      changed = new Set();
      isRecentChanged = false;
      isAllChanged = false;
      return usage;
    },
    noteChange(change) {
      if (change === 'all') isAllChanged = true;
      else if (change === 'recent') isRecentChanged = true;
      else for (const startMs of change.changedMinutes) changed.add(startMs);
    },
    setBook(next) {
      book = next;
      usage.setBook(next);
    },
    window: () => ({ fromMs, loads }),
  };
}

interface ChangedSpan {
  readonly startMs: number;
  readonly endMs: number;
  readonly minutes: readonly number[];
}

/** Merges consecutive minutes. */
function toSpans(minutes: readonly number[]): readonly ChangedSpan[] {
  const spans: { startMs: number; endMs: number; minutes: number[] }[] = [];
  for (const startMs of [...minutes].sort((left, right) => left - right)) {
    const last = spans.at(-1);
    if (last?.endMs === startMs) {
      last.endMs += minuteMs;
      last.minutes.push(startMs);
    } else spans.push({ startMs, endMs: startMs + minuteMs, minutes: [startMs] });
  }
  return spans;
}
