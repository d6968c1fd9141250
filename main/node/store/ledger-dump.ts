import type { LimitReading } from '../../../shared/domain/limit-window.ts';
import type { CompactedContents, MemoryEntry } from '../../../shared/ledger/memory-table.ts';
import type { FileCursor, LedgerStore } from '../../../shared/ports/ledger-store.ts';

/** Everything that a ledger holds, in no particular order. */
export interface LedgerContents {
  readonly entries: Iterable<MemoryEntry>;
  readonly compacted: CompactedContents;
  /** Families of more than one thread, each thread as `[source, thread id]`. */
  readonly families: Iterable<readonly (readonly [string, string])[]>;
  readonly readings: Iterable<LimitReading>;
  readonly cursors: Iterable<FileCursor>;
}

/** A ledger that shows all it holds. */
export interface InspectableLedger extends LedgerStore {
  contents(): LedgerContents;
}

/**
 * Writes a ledger out, one line of JSON for everything in it. Equal contents give equal text, whatever the kind of the
 * store, its own numbers and the order in which things came in. For tests and for finding faults: holds all in memory.
 */
export function dumpLedger(ledger: InspectableLedger): string {
  const { entries, compacted, families, readings, cursors } = ledger.contents();
  return [
    ...toSortedLines('event', entries),
    ...toSortedLines('compacted', compacted.cells),
    ...toSortedLines('mark', compacted.marks),
    ...toSortedLines('name', compacted.names),
    ...toSortedLines(
      'family',
      Array.from(families, (threads) => threads.map((thread) => JSON.stringify(thread)).sort()),
    ),
    ...toSortedLines('limit', readings),
    ...toSortedLines('cursor', cursors),
  ].join('\n');
}

function toSortedLines(kind: string, things: Iterable<unknown>): readonly string[] {
  return Array.from(things, (thing) => `${kind} ${JSON.stringify(thing, sortKeys)}`).sort();
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
