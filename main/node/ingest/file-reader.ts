import type { SourceId } from '../../../shared/domain/ids.ts';
import { stat } from 'node:fs/promises';
import { chunkPool } from './lines/chunk-pool.ts';
import type { Committer } from './committer.ts';
import { needsRead, type FileFacts } from './discovery/file-identity.ts';
import { isMissing, type FileProblem } from './discovery/file-problem.ts';
import type { LogOwner } from './discovery/source-roots.ts';
import type { FileToRead, ReadResult, ReadSink } from './file-reading.ts';
import { createFileStates } from './file-states.ts';
import { isCompressed, toPlainPath } from './discovery/log-file-name.ts';
import { openFile } from './open-file.ts';
import { readLogFile } from './read-file.ts';

/** What the file reader needs. */
export interface FileReaderOptions {
  readonly committer: Committer;
  /** The owner of a log file; undefined when Fuelgauge must not read it. */
  readonly findOwner: (path: string) => LogOwner | undefined;
  readonly shouldStop: () => boolean;
  /** Whether no telemetry is received; asked for every read. */
  readonly omitsTelemetryNames?: () => boolean;
  /**
   * Reads a file on another thread; null when that is not possible or has failed, in which case this thread continues.
   */
  readonly readElsewhere?: (file: FileToRead, sink: ReadSink) => Promise<ReadResult | null>;
  /** Reports how many bytes of a file were read. */
  readonly onBytes: (path: string, bytes: number) => void;
  /** Reports a file's current facts. */
  readonly onSeen: (path: string, facts: FileFacts) => void;
  /** The file must be read again. */
  readonly onAgain: (path: string) => void;
  /** Whether what a source's logs held is forgotten together with them. */
  readonly isImported: (source: SourceId) => boolean;
}

/** Reads files one by one, and remembers the last known state of each. */
export interface FileReader {
  /** Reads what is new in a file and hands it to the committer. Never rejects because of the file. */
  read(path: string): Promise<void>;
  /** Whether reading the file may yield anything, judging by its file system metadata. */
  needsRead(path: string, facts: FileFacts): boolean;
  /**
   * Checks every file that was ever read and marks it if it is gone; `isFound` returns true for those that certainly
   * exist.
   */
  markGone(isFound: (path: string) => boolean): Promise<void>;
  /** Files that could not be read on the last attempt. */
  problems(): readonly FileProblem[];
  /**
   * Clears the remembered file states because data that was read did not reach the ledger. Reads in progress are
   * discarded.
   */
  forget(): void;
  /** Nothing is being read: releases memory unless something is read again soon. */
  rest(): void;
}

/** Builds a file reader. */
export function createFileReader(options: FileReaderOptions): FileReader {
  const { committer } = options;
  const states = createFileStates(options);
  /** Incremented by every `forget`: a read in progress at that time must be repeated. */
  let forgotten = 0;

  const readWith = async (path: string, owner: LogOwner): Promise<ReadResult> => {
    const before = forgotten;
    const omitsTelemetryNames = options.omitsTelemetryNames?.() ?? false;
    const toFile = (): FileToRead => ({
      path,
      ...owner,
      omitsTelemetryNames,
      cursor: committer.cursor(path),
      seen: states.seen(path),
    });
    const sink: ReadSink = {
      onBatch: (batch, bytes, records) => {
        // A previous batch was lost. Committing this one would move the cursor past it and make the loss permanent.
        if (forgotten !== before) return;
        committer.add(batch, bytes, records);
        options.onBytes(path, bytes);
      },
      shouldStop: options.shouldStop,
    };
    // Databases are not read on the worker threads, which would have to load a SQLite of their own.
    const result = owner.stream.kind === 'database' ? null : await options.readElsewhere?.(toFile(), sink);
    if (result != null) return result;
    const buffer = chunkPool.take();
    try {
      return await readLogFile(toFile(), { ...sink, open: openFile, buffer });
    } finally {
      chunkPool.release(buffer);
    }
  };

  return {
    async read(path) {
      const owner = options.findOwner(path);
      if (owner === undefined || options.shouldStop()) return;
      if (isCompressed(path) && (await isThere(toPlainPath(path)))) return;
      const before = forgotten;
      const result = await readWith(path, owner);
      states.note(path, owner, forgotten === before || result.kind !== 'read' ? result : { kind: 'stopped' });
    },
    needsRead: (path, facts) => needsRead({ path, facts, known: committer.known(path), seen: states.seen(path) }),
    async markGone(isFound) {
      const lost = [...committer.knownPaths()].filter((path) => !isFound(path));
      for (const path of lost) if (!(await isThere(path))) states.noteGone(path);
      states.dropProblems((path) => !isFound(path));
    },
    problems: states.problems,
    forget() {
      forgotten += 1;
      states.forget();
    },
    rest: chunkPool.rest,
  };
}

/** Only a definite "not found" counts: a folder that cannot be read now may become readable again. */
async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    return !isMissing(error);
  }
}
