import type { LogRecord } from '../domain/log-record.ts';
import type { Result } from '../lib/result.ts';
import type { ReaderState } from '../ports/cursor-store.ts';
import type { JsonFailure, JsonRecord } from '../lib/json-record.ts';

/** One kind of file that an agent writes, and how it is read. */
export type Stream = LineStream | DocumentStream | DatabaseStream;

interface StreamFiles {
  /** Whether a file below a root belongs to this stream; the path is relative to the root, with `/`. */
  matches(relativePath: string): boolean;
  /**
   * Small text files with more information about a log, e.g. whose project it is: absolute paths, derived from the
   * log's own. Omitted when there are none.
   */
  sideFiles?(path: string): readonly string[];
}

/** The contents of a log's side files, in their order; null for missing ones. */
export type SideTexts = readonly (string | null)[];

/** Files that grow line by line. Only appended data is read. */
export interface LineStream extends StreamFiles {
  readonly kind: 'lines';
  /** A line that contains none of these strings yields nothing: ingest may skip it without decoding it. */
  readonly needles: readonly string[];
  /** All fields that the reader uses: ingest may omit everything else. */
  readonly fields: FieldTree;
  /** Builds the reader of one file. `path` is absolute with `/` or `\`; `state` is null at the start of a file. */
  createReader(path: string, state: ReaderState, sideTexts?: SideTexts): LogReader;
}

/** Files that hold one JSON value and are rewritten as a whole. The entire file is reread whenever it has changed. */
export interface DocumentStream extends StreamFiles {
  readonly kind: 'document';
  /**
   * All fields that `read` uses: those of the document, or in brackets those of every object in its list. Of a document
   * of more than 8 MB everything else may be missing or 0. Omitted when the fields have no fixed names; then a document
   * of more than 64 MB, not counting long texts, cannot be read.
   */
  readonly fields?: DocumentFields;
  /**
   * The document also holds private values, such as keys: whatever `fields` does not name is left out while
   * it is read, however small it is.
   */
  readonly isPrivate?: true;
  /** What a whole document yields. Never throws, whatever the document contains. */
  read(document: LogDocument): readonly LogRecord[];
}

/** Fields of a document. */
export type DocumentFields = FieldTree | readonly [FieldTree];

/** A complete document. */
export interface LogDocument {
  /** Absolute, with `/` or `\`. */
  readonly path: string;
  /** The parsed JSON; see `fields`. The middle of strings of more than 16 KiB, which no name is, may be missing. */
  readonly value: unknown;
  readonly sideTexts: SideTexts;
}

/**
 * SQLite databases. Reading leaves no trace: nothing is locked for writing, migrated, checkpointed or created. Changes
 * are queried whenever the database or its write-ahead log has changed.
 */
export interface DatabaseStream {
  readonly kind: 'database';
  /** Whether a file below a root is such a database; the path is relative to the root, with `/`. */
  matches(relativePath: string): boolean;
  /**
   * Reads the rows that follow those covered by `state` (null at first); few enough to be held in memory. Throws only
   * what the database throws, whatever the rows contain. Rows may be returned again: their events have the same keys.
   */
  read(database: LogDatabase, state: ReaderState): DatabasePage;
}

/** What one step of reading a database yields. */
export interface DatabasePage {
  readonly records: readonly LogRecord[];
  /** Covers everything read so far. */
  readonly state: ReaderState;
  /** How many rows were read for the first time. */
  readonly rows: number;
  /** Reading began with the first row, regardless of `state`: everything is counted from here on. */
  readonly isFirst: boolean;
  /** There is nothing more to read until the database changes. */
  readonly isLast: boolean;
}

/** A database that is open for reading. */
export interface LogDatabase {
  /** The columns of a table, in lower case; none when there is no such table. Views do not count as tables. */
  columns(table: string): ReadonlySet<string>;
  /** All rows of a query, with `values` bound to its question marks. Request only a few: they are held in memory. */
  rows(sql: string, ...values: readonly (string | number | null)[]): readonly DatabaseRow[];
  /**
   * The text in a value that was compressed with Zstandard, given as hexadecimal digits (SQL's `hex`); null when it is
   * none, is damaged, or is longer than 64 MB. Never throws.
   */
  decompress(hex: unknown): string | null;
}

/** A row, keyed by column name. Integers beyond 2^53 and blobs must not be selected. */
export type DatabaseRow = Readonly<Record<string, unknown>>;

/**
 * Fields of a record: `true` takes a value as it is, a tree takes some fields of an object, a tree in brackets takes
 * some fields of every object in a list.
 */
export interface FieldTree {
  readonly [name: string]: true | FieldTree | readonly [FieldTree];
}

/** A complete line of a log, without its line feed. */
export interface LogLine {
  /**
   * The line parsed as one JSON object, or why it is not one. Never throws. Fields that the source does not name may be
   * missing, and strings of more than 16 KiB, which no name is, may be empty.
   */
  record(): Result<JsonRecord, JsonFailure>;
  /**
   * The text of the field `name`, if all other fields of the record equal those of the last record queried; null when
   * they do not, or when that would be hard to determine. Far cheaper than the record.
   */
  repeat(name: string): string | null;
  /** The line itself. */
  text(): string;
}

/** Reads the lines of one log file in order and turns each into records. */
export interface LogReader {
  /** What a line that contains one of the stream's needles yields. Never throws, whatever else the line contains. */
  read(line: LogLine): readonly LogRecord[];
  /** Everything that the next lines depend on; a reader built from it continues as if it had read the lines before. */
  state(): ReaderState;
}
