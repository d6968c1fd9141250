import type { ReadFailure } from '../../../shared/domain/failures.ts';
import type { FileCursor, LedgerBatch } from '../../../shared/ports/ledger-store.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { Stream } from '../../../shared/sources/streams.ts';
import type { FileFacts, SeenFile } from './discovery/file-identity.ts';
import type { OpenFile } from './open-file.ts';

/** After so many bytes or records a batch is handed over, so that being killed costs little. */
export const batchBytes = 4 * 1024 * 1024;
export const batchRecords = 5000;

/** Which file to read, and what is known of it. */
export interface FileToRead<Kind extends Stream = Stream> {
  readonly path: string;
  readonly source: Source;
  readonly stream: Kind;
  readonly cursor: FileCursor | undefined;
  readonly seen: SeenFile | undefined;
}

/** Whom reading tells. */
export interface ReadSink {
  /** Receives what was read, in order; `bytes` is how much of the file the batch took, `records` what it holds. */
  readonly onBatch: (batch: LedgerBatch, bytes: number, records: number) => void;
  /** Asked between chunks: reading ends early, with everything complete handed over. */
  readonly shouldStop: () => boolean;
}

/** What reading needs and whom it tells. */
export interface ReadTools extends ReadSink {
  readonly open: (path: string) => OpenFile | Promise<OpenFile>;
  /** Memory for one chunk. */
  readonly buffer: Buffer;
  /** Awaited between chunks, where whoever takes the batches may be slower than reading is. */
  readonly mayGoOn?: () => Promise<void>;
}

/** How reading ended. `stopped`: before the file's end, because it was told to. */
export type ReadResult =
  | { readonly kind: 'read' | 'unchanged'; readonly seen: SeenFile }
  | { readonly kind: 'stopped' | 'gone' }
  /** Its owner is writing it: what it holds cannot be told yet. Look again soon. */
  | { readonly kind: 'unsettled'; readonly facts: FileFacts }
  /** `seen` is set when reading again is useless until the file changes. */
  | { readonly kind: 'failed'; readonly reason: ReadFailure; readonly seen: SeenFile | undefined };
