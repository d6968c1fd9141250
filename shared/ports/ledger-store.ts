import type { SessionId, SourceId } from '../domain/ids.ts';
import type { LimitId } from '../domain/limit-id.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import type { UnloggedCall, LogRecord, SkipReason } from '../domain/log-record.ts';
import type { GroupField } from '../domain/profile-fields.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** State that a source's reader keeps between lines of one file, as plain JSON. */
export type ReaderState =
  string | number | boolean | null | readonly ReaderState[] | { readonly [key: string]: ReaderState };

/** How far a file that grows line by line was read. */
export interface OffsetPosition {
  readonly kind: 'offset';
  /** Bytes read: always the end of a complete line. */
  readonly offset: number;
  /** Hash of the file's first bytes (as many as `headBytes`): tells a rewritten file of equal size. */
  readonly headHash: string;
  readonly headBytes: number;
}

/** Which state of a file was read that is rewritten as a whole: the one of that many bytes. */
export interface VersionPosition {
  readonly kind: 'version';
  readonly size: number;
}

/** How far a database was read; which rows that were is in the reader's state. */
export interface RowsPosition {
  readonly kind: 'rows';
  /** Bytes of the database and its write-ahead log when its last row was read; 0 before that. */
  readonly size: number;
}

/** How far a log was read; which kind it is depends on the stream that the file belongs to. */
export type CursorPosition = OffsetPosition | VersionPosition | RowsPosition;

/** How far a log file was read. Kept after the file's deletion. */
export interface FileCursor {
  readonly path: string;
  readonly source: SourceId;
  readonly position: CursorPosition;
  /** Identity of the file when it was read: a changed one means that it was replaced. */
  readonly inode: string;
  readonly mtimeMs: number;
  readonly readerState: ReaderState;
  /** The file was not there at the last look; what it held stays counted. */
  readonly isGone: boolean;
  /** Counted since the file's beginning, for `doctor`: lines, a document's messages, or rows of a database. */
  readonly lines: number;
  readonly eventRows: number;
  readonly skips: Readonly<Record<SkipReason, number>>;
  readonly unloggedCalls: Readonly<Record<UnloggedCall, number>>;
}

/** What the ledger knows of a file, as short as can be: see `FileCursor`. */
export interface KnownFile {
  readonly bytesRead: number;
  readonly inode: string;
  readonly mtimeMs: number;
}

/** What was read of one file, and the cursor after it: applied together or not at all. */
export interface LedgerBatch {
  readonly records: readonly LogRecord[];
  readonly cursor: FileCursor;
}

/** What a write changed. */
export interface LedgerDelta {
  /** New or grown events. Zero when everything had been known. */
  readonly changedEvents: number;
  readonly newLimitReadings: number;
  /** The minutes that changed: start, UTC milliseconds, ascending. Cells of all other minutes are as before. */
  readonly changedMinutes: readonly number[];
}

/**
 * Which counted events to sum, half open `[fromMs, toMs)`; every bound may be left out. Compacted events are known by
 * their quarter of an hour alone: it belongs to the span in which it begins, and its cell begins there whatever the
 * grain. So bounds of their time must be multiples of 15 minutes, as the beginnings of days are in every time zone.
 */
export interface CellQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly source?: SourceId | undefined;
  readonly sessionId?: SessionId | undefined;
  /** Length of a slice: a divisor of 15 minutes, so that slices never span two days or blocks. */
  readonly grainMs: number;
}

/**
 * Which counted events to sum over spans of any length: the spans between `fromMs`, the borders and `toMs`. All of
 * these instants must be multiples of 15 minutes, for the reason told at `CellQuery`.
 */
export interface SumQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly source?: SourceId | undefined;
  /** Instants over which no sum may reach, ascending; those outside of the query do not matter. */
  readonly boundariesMs: readonly number[];
  /** What sums are told apart by, beside everything that prices depend on. */
  readonly groupBy: readonly GroupField[];
}

/** Which limit readings to list: those observed in `[fromMs, toMs)`, of one window or of all. */
export interface LimitQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit?: LimitId | undefined;
}

/** What a source has in the ledger. */
export interface LedgerSourceStats {
  readonly source: SourceId;
  /** Events that count, and stored ones that were recognised as replays of others. */
  readonly events: number;
  readonly replayedEvents: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
}

/** Which events to roll up into sums of a quarter of an hour. */
export interface CompactionOrder {
  /** Events at or after this instant are left as they are. */
  readonly beforeMs: number;
  /** How many events one transaction may take, the oldest first. */
  readonly maxEvents: number;
}

/** What one step of a compaction did. */
export interface CompactionStep {
  readonly compactedEvents: number;
  /** No event is left that the order names. */
  readonly isDone: boolean;
}

/** The ledger's home. One writer at a time; every method is synchronous and belongs on a worker. */
export interface LedgerStore {
  /** All cursors by path. There may be a hundred thousand: to know what was read of which file ask for `knownFiles`. */
  cursors(): ReadonlyMap<string, FileCursor>;
  /** The files that have been read and were there at the last look, by path. */
  knownFiles(): ReadonlyMap<string, KnownFile>;
  cursor(path: string): FileCursor | undefined;
  /** Applies batches in one transaction; applying the same one again changes nothing. */
  apply(batches: readonly LedgerBatch[]): LedgerDelta;
  /** Sums of counted events, in order of their slices. */
  cells(query: CellQuery): readonly UsageCell[];
  /**
   * The same in sum, span by span: equal to `cells` added up. What is not told apart has its default value in the sums:
   * a session of no name, no project, no sidechain. Sums begin with their span, the first of all with 0.
   */
  sums(query: SumQuery): readonly UsageCell[];
  /** The newest reading of every limit window observed at or before `atMs`. */
  latestLimitReadings(atMs: number): readonly LimitReading[];
  /** The kept readings of a span, in order of time: of equal percentages within five minutes the first and the last. */
  limitReadings(query: LimitQuery): readonly LimitReading[];
  stats(): readonly LedgerSourceStats[];
  /**
   * Rolls up old events, a few of them in one transaction: their numbers go into cells of a quarter of an hour, of
   * themselves nothing stays but their names. No report changes. Rows that are met later under one of these names, or
   * as replays, count as known and change nothing.
   */
  compact(order: CompactionOrder): CompactionStep;
  /**
   * Puts in order what many writes have left behind, so that answers come fast. They are the same before and after.
   * Call it whenever reading has come to its end; it costs nothing when there is nothing to do, or nothing may be
   * written.
   */
  refreshRollups(): void;
  close(): void;
}
