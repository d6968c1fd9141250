import type { SessionId, SourceId } from '../domain/ids.ts';
import type { LimitId } from '../domain/limit-id.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import type { UnloggedCall, LogRecord, SkipReason } from '../domain/log-record.ts';
import type { GroupField } from '../domain/profile-fields.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** State that a source's reader keeps between the lines of one file, as plain JSON. */
export type ReaderState =
  string | number | boolean | null | readonly ReaderState[] | { readonly [key: string]: ReaderState };

/** How far we have read a file that grows line by line. */
export interface OffsetPosition {
  readonly kind: 'offset';
  /** Bytes read. Always at the end of a complete line. */
  readonly offset: number;
  /** Hash of the file's first `headBytes` bytes. Detects a file that was rewritten with the same size. */
  readonly headHash: string;
  readonly headBytes: number;
}

/** Which version of a file we have read, for files that are rewritten as a whole. Its size in bytes identifies it. */
export interface VersionPosition {
  readonly kind: 'version';
  readonly size: number;
}

/** How far we have read a database. The reader's state records which rows. */
export interface RowsPosition {
  readonly kind: 'rows';
  /** Size in bytes of the database and its write-ahead log when its last row was read. 0 before that. */
  readonly size: number;
}

/** How far we have read a log. The kind depends on the stream the file belongs to. */
export type CursorPosition = OffsetPosition | VersionPosition | RowsPosition;

/** How far we have read a log file. Kept after the file is deleted. */
export interface FileCursor {
  readonly path: string;
  readonly source: SourceId;
  readonly position: CursorPosition;
  /** Identity of the file when it was read. A different one means the file was replaced. */
  readonly inode: string;
  readonly mtimeMs: number;
  readonly readerState: ReaderState;
  /** The file was missing at the last check. What it held stays counted. */
  readonly isGone: boolean;
  /** Counts since the start of the file, for `doctor`: lines, messages of a document, or rows of a database. */
  readonly lines: number;
  readonly eventRows: number;
  readonly skips: Readonly<Record<SkipReason, number>>;
  readonly unloggedCalls: Readonly<Record<UnloggedCall, number>>;
}

/** A short form of `FileCursor`: what the ledger knows about a file. */
export interface KnownFile {
  readonly bytesRead: number;
  readonly inode: string;
  readonly mtimeMs: number;
}

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
 * Which counted events to sum: `[fromMs, toMs)`, half open. Every bound is optional. Compacted events are only known to
 * the quarter of an hour: each quarter belongs to the span in which it begins, and its cell starts there whatever the
 * grain. Time bounds must therefore be multiples of 15 minutes; the start of a day is one in every time zone.
 */
export interface CellQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly source?: SourceId | undefined;
  readonly sessionId?: SessionId | undefined;
  /** Length of a slice. A divisor of 15 minutes, so that a slice never spans two days or blocks. */
  readonly grainMs: number;
}

/**
 * Which counted events to sum over spans of any length: the spans between `fromMs`, the boundaries and `toMs`. All of
 * these instants must be multiples of 15 minutes, for the reason given at `CellQuery`.
 */
export interface SumQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly source?: SourceId | undefined;
  /** Instants that no sum may cross, ascending. Those outside the query are ignored. */
  readonly boundariesMs: readonly number[];
  /** Fields to group by, in addition to everything that prices depend on. */
  readonly groupBy: readonly GroupField[];
}

/** Which limit readings to list: those observed in `[fromMs, toMs)`, for one window or for all. */
export interface LimitQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit?: LimitId | undefined;
}

/** What the ledger holds for a source. */
export interface LedgerSourceStats {
  readonly source: SourceId;
  /** Events that count. `replayedEvents` are stored too, but were recognised as replays of others. */
  readonly events: number;
  readonly replayedEvents: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
}

/** Which events to roll up into quarter-hour sums. */
export interface CompactionOrder {
  /** Events at or after this instant are left alone. */
  readonly beforeMs: number;
  /** Maximum number of events per transaction, oldest first. */
  readonly maxEvents: number;
}

/** What one compaction step did. */
export interface CompactionStep {
  readonly compactedEvents: number;
  /** No events covered by the order are left. */
  readonly isDone: boolean;
}

/** Stores the ledger. One writer at a time. Every method is synchronous, so call it on a worker. */
export interface LedgerStore {
  /**
   * All cursors by path. There may be a hundred thousand: to find out how much of each file was read, use `knownFiles`.
   */
  cursors(): ReadonlyMap<string, FileCursor>;
  /** The files that have been read and existed at the last check, by path. */
  knownFiles(): ReadonlyMap<string, KnownFile>;
  cursor(path: string): FileCursor | undefined;
  /** Applies batches in one transaction. Applying the same batch again changes nothing. */
  apply(batches: readonly LedgerBatch[]): LedgerDelta;
  /** Sums of counted events, ordered by slice. */
  cells(query: CellQuery): readonly UsageCell[];
  /**
   * Sums of counted events per span, equal to adding up `cells`. Fields that are not grouped by have their default
   * value in the sums: a session without a name, no project, no sidechain. Each sum starts where its span starts, the
   * first of all at 0.
   */
  sums(query: SumQuery): readonly UsageCell[];
  /** The newest reading of every limit window observed at or before `atMs`. */
  latestLimitReadings(atMs: number): readonly LimitReading[];
  /**
   * The kept readings of a span, ordered by time. Of equal percentages within five minutes, only the first and the last
   * are kept.
   */
  limitReadings(query: LimitQuery): readonly LimitReading[];
  stats(): readonly LedgerSourceStats[];
  /**
   * Rolls up old events, a few per transaction. Their numbers go into quarter-hour cells; of the events themselves only
   * their names remain. No report changes. Rows that arrive later under one of these names, or as replays, count as
   * known and change nothing.
   */
  compact(order: CompactionOrder): CompactionStep;
  /**
   * Tidies up after many writes, so that queries are fast. Their results do not change. Call it whenever reading has
   * finished. It costs nothing when there is nothing to do or the ledger is read-only.
   */
  refreshRollups(): void;
  close(): void;
}
