import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { FileCursor } from '../../../../shared/ports/cursor-store.ts';
import type { SeenFile } from '../discovery/file-identity.ts';
import type { ReadResult } from '../file-reading.ts';
import type { PackedRecords } from './packed-records.ts';

/**
 * Messages to a scan worker: read a file; or a batch with this number of records was accepted, and whether to continue.
 */
export type ScanOrder =
  | {
      readonly kind: 'read';
      readonly id: number;
      readonly path: string;
      readonly source: SourceId;
      /** Its index in the source's list. */
      readonly stream: number;
      readonly device: string | null;
      readonly omitsTelemetryNames: boolean;
      readonly cursor: FileCursor | undefined;
      readonly seen: SeenFile | undefined;
    }
  | { readonly kind: 'accepted'; readonly id: number; readonly records: number; readonly isCancelled: boolean };

/** Messages from a scan worker: a part of a file, in order, or how its reading ended. */
export type ScanMessage =
  | {
      readonly kind: 'batch';
      readonly id: number;
      readonly records: PackedRecords;
      readonly cursor: FileCursor;
      readonly bytes: number;
    }
  | { readonly kind: 'end'; readonly id: number; readonly result: ReadResult };
