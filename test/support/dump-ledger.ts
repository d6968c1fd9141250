import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { compareValues } from '../../shared/lib/compare.ts';

/**
 * Dumps a ledger, one line of JSON for everything in it. Equal contents give equal text, whatever the kind of the
 * store, its own numbers and the order of insertion.
 */
export function dumpLedger(ledger: InspectableLedger): string {
  const { entries, compacted, families, readings, samples, activity, activityCursors, cursors } = ledger.contents();
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
    ...toSortedLines('sample', samples),
    ...toSortedLines('activity', activity),
    ...toSortedLines('activity cursor', activityCursors),
    ...toSortedLines('cursor', cursors),
  ].join('\n');
}

function toSortedLines(kind: string, things: Iterable<unknown>): readonly string[] {
  return Array.from(things, (thing) => `${kind} ${JSON.stringify(thing, sortKeys)}`).sort();
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => compareValues(left, right)));
}
