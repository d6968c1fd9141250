import type { SourceId } from '../domain/ids.ts';
import type { LogRecord, SkipReason } from '../domain/log-record.ts';
import type { Result } from '../lib/result.ts';
import type { ReaderState } from '../ports/ledger-store.ts';
import type { JsonRecord } from './lib/json-record.ts';

/** What the paths of an agent's logs depend on. */
export interface HostEnvironment {
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** The home folder, absolute, in the platform's own notation. */
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Home folders of other systems on this machine whose agents count too (running WSL distributions on Windows). */
  readonly otherHomes: readonly string[];
}

/** A folder that may hold logs of a source. */
export interface LogRoot {
  /** Absolute path. It need not exist. */
  readonly path: string;
  /** Why we look there, for `doctor`: a default, an environment variable's name, or the settings. */
  readonly origin: string;
}

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
  record(): Result<JsonRecord, Extract<SkipReason, 'not-json' | 'not-a-record'>>;
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
  /** What a line yields that holds a needle of the source. Never throws, whatever else the line holds. */
  read(line: LogLine): readonly LogRecord[];
  /** Everything that the next lines depend on; a reader made from it goes on as if it had read the lines before. */
  state(): ReaderState;
}

/** Where an agent's own settings say how long it keeps its logs. */
export interface RetentionSetting {
  /** The settings file that goes with a root; null when none does. */
  fileOf(rootPath: string, platform: HostEnvironment['platform']): string | null;
  /** The days that such a file's text names; null when it names none. Never throws, and reads nothing else. */
  readDays(text: string): number | null;
}

/** An agent whose logs we can read: everything that is peculiar to it stands behind this. */
export interface Source {
  readonly id: SourceId;
  /** Name for people. */
  readonly label: string;
  /** Folders to look into, in order of preference, without duplicates. */
  roots(host: HostEnvironment): readonly LogRoot[];
  /** The folders to look into inside a folder that the person named in the settings as one more home of this agent. */
  extraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[];
  /** Whether a file below a root is a log of this source; the path is relative to the root, with `/`. */
  isLogFile(relativePath: string): boolean;
  /** A line that contains none of these texts yields nothing: ingest may skip it without decoding it. */
  readonly needles: readonly string[];
  /** All that the reader looks at: ingest may leave out everything else. */
  readonly fields: FieldTree;
  /** Builds the reader of one file. `path` is absolute with `/` or `\`; `state` is null for a file's beginning. */
  createReader(path: string, state: ReaderState): LogReader;
  /** Days after which the agent itself deletes its logs by default, or null when it never does. */
  readonly retentionDays: number | null;
  /** Where the person may have changed that; left out when nowhere. */
  readonly retentionSetting?: RetentionSetting;
}
