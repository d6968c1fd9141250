import { stat } from 'node:fs/promises';
import type { FileCursor } from '../../../shared/ports/cursor-store.ts';
import { createChunkMemory } from './lines/chunk-memory.ts';
import type { Committer } from './committer.ts';
import { isReadToItsEnd, needsRead, type FileFacts, type SeenFile } from './discovery/file-identity.ts';
import { isMissing, type FileProblem } from './discovery/file-problem.ts';
import type { LogOwner } from './discovery/source-roots.ts';
import type { FileToRead, ReadResult, ReadSink } from './file-reading.ts';
import { isCompressed, toCompressedPath, toPlainPath } from './discovery/log-file-name.ts';
import { openFile } from './open-file.ts';
import { readLogFile } from './read-file.ts';

const chunkBytes = 1024 * 1024;
/**
 * How long chunk memory is kept after the last read. Agents append several times a minute, and V8 collects all garbage
 * whenever enough of this memory was allocated: released after each read, it cost more than the reading.
 */
const keepChunksMs = 30_000;
/** After this delay, a file that was being written is checked again, even without a change event. */
const unsettledRetryMs = 1000;

/** What the file reader needs. */
export interface FileReaderOptions {
  readonly committer: Committer;
  /** The owner of a log file; undefined when Fuelgauge must not read it. */
  readonly findOwner: (path: string) => LogOwner | undefined;
  readonly shouldStop: () => boolean;
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
  const seen = new Map<string, SeenFile>();
  const problems = new Map<string, FileProblem & { readonly isDamage: boolean }>();
  let buffers: Buffer[] = [];
  let release: NodeJS.Timeout | null = null;
  /** Incremented by every `forget`: a read in progress at that time must be repeated. */
  let forgotten = 0;

  const readWith = async (path: string, owner: LogOwner): Promise<ReadResult> => {
    const before = forgotten;
    const toFile = (): FileToRead => ({
      path,
      ...owner,
      cursor: committer.cursor(path),
      seen: seen.get(path),
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
    const buffer = buffers.pop() ?? createChunkMemory(chunkBytes);
    try {
      return await readLogFile(toFile(), { ...sink, open: openFile, buffer });
    } finally {
      buffers.push(buffer);
    }
  };

  /** Do not store what the cursor already contains. */
  const remember = (path: string, file: SeenFile): void => {
    const known = committer.known(path);
    if (file.tailHash === null && known !== undefined && isReadToItsEnd(path, file, known)) seen.delete(path);
    else seen.set(path, file);
  };

  const noteGone = (path: string, cursor: FileCursor | undefined): void => {
    seen.delete(path);
    problems.delete(path);
    if (cursor !== undefined && !cursor.isGone) committer.add({ records: [], cursor: { ...cursor, isGone: true } }, 0);
  };

  const settle = (path: string, { source }: LogOwner, result: ReadResult): void => {
    switch (result.kind) {
      case 'read':
      case 'unchanged':
        remember(path, result.seen);
        // An unchanged damaged file is not read again and still counts as damaged.
        if (result.kind === 'read' || problems.get(path)?.isDamage !== true) problems.delete(path);
        options.onSeen(path, result.seen);
        break;
      case 'unsettled':
        options.onSeen(path, result.facts);
        // If it does not change by then, it is damaged.
        setTimeout(() => options.onAgain(path), unsettledRetryMs).unref();
        break;
      case 'stopped':
        options.onAgain(path);
        break;
      case 'gone':
        noteGone(path, committer.cursor(path));
        // It may just have been compressed.
        if (!isCompressed(path)) options.onAgain(toCompressedPath(path));
        break;
      case 'failed':
        problems.set(path, { source: source.id, path, reason: result.reason, isDamage: result.seen !== undefined });
        if (result.seen !== undefined) seen.set(path, result.seen);
        break;
    }
  };

  return {
    async read(path) {
      const owner = options.findOwner(path);
      if (owner === undefined || options.shouldStop()) return;
      if (isCompressed(path) && (await isThere(toPlainPath(path)))) return;
      const before = forgotten;
      const result = await readWith(path, owner);
      settle(path, owner, forgotten === before || result.kind !== 'read' ? result : { kind: 'stopped' });
    },
    needsRead: (path, facts) => needsRead({ path, facts, known: committer.known(path), seen: seen.get(path) }),
    async markGone(isFound) {
      const lost = [...committer.knownPaths()].filter((path) => !isFound(path));
      for (const path of lost) if (!(await isThere(path))) noteGone(path, committer.cursor(path));
      for (const path of problems.keys()) if (!isFound(path)) problems.delete(path);
    },
    problems: () => [...problems.values()].map(({ isDamage: _isDamage, ...problem }) => problem),
    forget() {
      forgotten += 1;
      seen.clear();
    },
    rest() {
      if (buffers.length === 0) return;
      release ??= setTimeout(() => {
        release = null;
        buffers = [];
      }, keepChunksMs).unref();
      release.refresh();
    },
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
