import type { ActivityRow } from '../domain/activity.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import type { ProcessUsage } from '../domain/process-usage.ts';
import type { ActivityCursors } from '../ports/activity-store.ts';
import type { FileCursor } from '../ports/cursor-store.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { CompactedCell } from './compact-events.ts';
import type { CompactedMark } from './compacted-marks.ts';
import type { EventName, LedgerEvent } from './ledger-event.ts';

/** An event of a ledger, with everything known about it. */
export interface LedgerEntry {
  readonly event: LedgerEvent;
  readonly isReplay: boolean;
  readonly names: readonly EventName[];
}

/** Everything that remains of compacted events. */
export interface CompactedContents {
  readonly cells: readonly CompactedCell[];
  readonly marks: readonly CompactedMark[];
  readonly names: readonly EventName[];
}

/** Everything that a ledger holds, in no particular order. */
export interface LedgerContents {
  readonly entries: Iterable<LedgerEntry>;
  readonly compacted: CompactedContents;
  /** Families of more than one thread, each thread as `[source, thread id]`. */
  readonly families: Iterable<readonly (readonly [string, string])[]>;
  readonly readings: Iterable<LimitReading>;
  readonly samples: Iterable<ProcessUsage>;
  readonly activity: Iterable<ActivityRow>;
  readonly activityCursors: ActivityCursors;
  readonly cursors: Iterable<FileCursor>;
}

/** A ledger that exposes its entire contents. For debugging: it loads all of it into memory at once. */
export interface InspectableLedger extends LedgerStore {
  contents(): LedgerContents;
}
