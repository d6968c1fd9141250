import type { ReadFailure } from '../../../shared/domain/failures.ts';
import type { FileCursor } from '../../../shared/ports/cursor-store.ts';
import type { LedgerBatch } from '../../../shared/ports/ledger-writer.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { Stream } from '../../../shared/sources/streams.ts';
import type { FileFacts, SeenFile } from './discovery/file-identity.ts';
import type { OpenFile } from './open-file.ts';

/** A batch is handed over after this many bytes or records, so that little is lost when the process is killed. */
export const batchBytes = 4 * 1024 * 1024;
export const batchRecords = 5000;

/** The file to read, and what is known about it. */
export interface FileToRead<Kind extends Stream = Stream> {
  readonly path: string;
  readonly source: Source;
  readonly stream: Kind;
  /** The machine it comes from; null for this one. */
  readonly device: string | null;
  /** No telemetry is received, so no names are kept under which it would report a response. */
  readonly omitsTelemetryNames?: boolean;
  readonly cursor: FileCursor | undefined;
  readonly seen: SeenFile | undefined;
}

/** Callbacks during reading. */
export interface ReadSink {
  /**
   * Receives what was read, in order; `bytes` is the part of the file that the batch covers, `records` its number of
   * records.
   */
  readonly onBatch: (batch: LedgerBatch, bytes: number, records: number) => void;
  /** Called between chunks: if true, reading ends early, with everything complete handed over. */
  readonly shouldStop: () => boolean;
}

/** What reading needs, and its callbacks. */
export interface ReadTools extends ReadSink {
  readonly open: (path: string) => OpenFile | Promise<OpenFile>;
  /** Memory for one chunk. */
  readonly buffer: Buffer;
  /** Awaited between chunks, where the consumer of the batches may be slower than reading. */
  readonly waitForCapacity?: () => Promise<void>;
}

/** How reading ended. `stopped`: before the file's end, on request. */
export type ReadResult =
  | { readonly kind: 'read' | 'unchanged'; readonly seen: SeenFile }
  | { readonly kind: 'stopped' | 'gone' }
  /** Its owner is writing it, so its contents cannot be determined yet. Try again soon. */
  | { readonly kind: 'unstable'; readonly facts: FileFacts }
  /** `seen` is set when reading again is pointless until the file changes. */
  | { readonly kind: 'failed'; readonly reason: ReadFailure; readonly seen: SeenFile | undefined };
