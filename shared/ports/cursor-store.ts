import type { SourceId } from '../domain/ids.ts';
import type { SkipReason, UnloggedCall } from '../domain/log-record.ts';

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

/** The files that have been read and existed at the last check, by path: a copy, which the caller may change. */
export interface KnownFiles {
  get(path: string): KnownFile | undefined;
  set(path: string, file: KnownFile): void;
  delete(path: string): void;
  keys(): Iterable<string>;
}

/** How far each log file has been read. Every method is synchronous. */
export interface CursorStore {
  /**
   * All cursors by path. There may be a hundred thousand: to find out how much of each file was read, use `knownFiles`.
   */
  cursors(): ReadonlyMap<string, FileCursor>;
  /** Asking for a path is cheap; listing paths may decrypt those that were never looked up. */
  knownFiles(): KnownFiles;
  cursor(path: string): FileCursor | undefined;
}
