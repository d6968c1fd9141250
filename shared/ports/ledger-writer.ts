import type { SourceId } from '../domain/ids.ts';
import type { LogRecord } from '../domain/log-record.ts';
import type { FileCursor } from './cursor-store.ts';

/** What was read from one file, and the cursor after it. Both are applied, or neither. */
export interface LedgerBatch {
  readonly records: readonly LogRecord[];
  readonly cursor: FileCursor;
}

/** What a write changed. */
export interface LedgerDelta {
  /** New or grown events. Zero when everything was already known. */
  readonly changedEvents: number;
  readonly newLimitReadings: number;
  /** Start of each changed minute, UTC milliseconds, ascending. Cells of all other minutes are unchanged. */
  readonly changedMinutes: readonly number[];
}

/**
 * Writes what was read from logs. Events, limit readings and cursors change together: a cursor that is ahead of its
 * events would lose them, one that is behind would have them read again.
 */
export interface LedgerWriter {
  /** Applies batches in one transaction. Applying the same batch again changes nothing. */
  apply(batches: readonly LedgerBatch[]): LedgerDelta;
  /**
   * Removes the events and cursors of a source, also what was compacted, as if nothing had been read of it; for sources
   * whose logs a person put there and may take away. The names of compacted events stay known: what is read again needs
   * others. Not for sources whose events may be replays.
   */
  forgetSource(source: SourceId): LedgerDelta;
}
