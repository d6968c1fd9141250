import type { LogRecord } from '../domain/log-record.ts';
import type { Result } from '../lib/result.ts';
import type { ReaderState } from '../ports/ledger-store.ts';
import type { JsonFailure, JsonRecord } from './lib/json-record.ts';

/** One kind of files that an agent writes, and how they are read. */
export type Stream = LineStream | DocumentStream | DatabaseStream;

interface StreamFiles {
  /** Whether a file below a root belongs to this stream; the path is relative to the root, with `/`. */
  matches(relativePath: string): boolean;
  /**
   * Small text files that say more about a log, e.g. whose project it is: absolute paths, made of the log's own. Left
   * out when there are none.
   */
  sideFiles?(path: string): readonly string[];
}

/** What the side files of a log hold, in their order; null for those that are not there. */
export type SideTexts = readonly (string | null)[];

/** Files that grow line by line. Only what was appended is read. */
export interface LineStream extends StreamFiles {
  readonly kind: 'lines';
  /** A line that contains none of these texts yields nothing: ingest may skip it without decoding it. */
  readonly needles: readonly string[];
  /** All that the reader looks at: ingest may leave out everything else. */
  readonly fields: FieldTree;
  /** Builds the reader of one file. `path` is absolute with `/` or `\`; `state` is null for a file's beginning. */
  createReader(path: string, state: ReaderState, sideTexts?: SideTexts): LogReader;
}

/** Files that hold one JSON value and are rewritten as a whole. All of one is read again whenever it changed. */
export interface DocumentStream extends StreamFiles {
  readonly kind: 'document';
  /** What a whole document yields. Never throws, whatever the document holds. */
  read(document: LogDocument): readonly LogRecord[];
}

/** A complete document. */
export interface LogDocument {
  /** Absolute, with `/` or `\`. */
  readonly path: string;
  /** What its JSON stands for. Texts of more than 16 KiB, which no name is, may be cut short. */
  readonly value: unknown;
  readonly sideTexts: SideTexts;
}

/**
 * SQLite databases. They are read without a trace: nothing is locked for writing, migrated, checkpointed or created. What
 * changed is asked for whenever the database or its write-ahead log did.
 */
export interface DatabaseStream {
  readonly kind: 'database';
  /** Whether a file below a root is such a database; the path is relative to the root, with `/`. */
  matches(relativePath: string): boolean;
  /**
   * Reads the next rows after those that `state` (null at first) stands for; few enough to be held in memory. Throws
   * nothing but what the database throws, whatever the rows hold. Rows may be given again: their events have the same keys.
   */
  read(database: LogDatabase, state: ReaderState): DatabasePage;
}

/** What one step of reading a database yields. */
export interface DatabasePage {
  readonly records: readonly LogRecord[];
  /** Stands for everything read so far. */
  readonly state: ReaderState;
  /** How many rows were read for the first time. */
  readonly rows: number;
  /** Reading began with the first row, whatever `state` was: everything is counted from here on. */
  readonly isFirst: boolean;
  /** There is nothing more to read until the database changes. */
  readonly isLast: boolean;
}

/** A database that is open for reading. */
export interface LogDatabase {
  /** The columns of a table, in lower case; none when there is no such table. A view is none. */
  columns(table: string): ReadonlySet<string>;
  /** All rows of a query, with `values` for its question marks. Ask for few: they are held in memory. */
  rows(sql: string, ...values: readonly (string | number | null)[]): readonly DatabaseRow[];
}

/** A row by the names of its columns. Whole numbers beyond 2^53 and blobs must not be asked for. */
export type DatabaseRow = Readonly<Record<string, unknown>>;

/**
 * Fields of a record: `true` takes a value as it is, a tree some fields of an object, a tree in brackets some fields of
 * every object in a list.
 */
export interface FieldTree {
  readonly [name: string]: true | FieldTree | readonly [FieldTree];
}

/** A complete line of a log, without its line feed. */
export interface LogLine {
  /**
   * The line as one JSON object, or why it is none. Never throws. Fields that the source does not name may be missing,
   * and texts of more than 16 KiB, which no name is, may be empty.
   */
  record(): Result<JsonRecord, JsonFailure>;
  /**
   * The text of the field `name`, when the record has the same fields as the one before it that was asked for anything,
   * but for that one; null when it has not, or when that would be hard to tell. Far cheaper than the record.
   */
  repeat(name: string): string | null;
  /** The line itself. */
  text(): string;
}

/** Reads the lines of one log file in order and turns each into records. */
export interface LogReader {
  /** What a line yields that holds a needle of the stream. Never throws, whatever else the line holds. */
  read(line: LogLine): readonly LogRecord[];
  /** Everything that the next lines depend on; a reader made from it goes on as if it had read the lines before. */
  state(): ReaderState;
}
