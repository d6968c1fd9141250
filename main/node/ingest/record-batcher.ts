import type { LogRecord, SkipReason, UnloggedCall } from '../../../shared/domain/log-record.ts';
import { joinRows } from '../../../shared/ledger/join-rows.ts';
import type { FileCursor } from '../../../shared/ports/cursor-store.ts';
import type { LedgerBatch } from '../../../shared/ports/ledger-writer.ts';
import type { FileToRead } from './file-reading.ts';
import { createRecordMarker } from './mark-records.ts';
import { createReadingCollector } from './reading-collector.ts';

/** The part of a cursor that says which file it is, how far it was read and how to continue. */
export type CursorPlace = Pick<FileCursor, 'position' | 'inode' | 'mtimeMs' | 'readerState'>;

/** What the records of a file depend on besides its contents. */
type BatchedFile = Pick<FileToRead, 'path' | 'source' | 'device' | 'omitsTelemetryNames'>;

/** Collects the records of one file into batches. */
export interface RecordBatcher {
  add(record: LogRecord): void;
  /** Adds only what the ledger keeps, without counting it: it will be read again. */
  addForNow(records: readonly LogRecord[]): void;
  /** Sets the number of skips for one reason that came without records. */
  setSkips(reason: SkipReason, count: number): void;
  /** The number of records waiting for the next batch. */
  pending(): number;
  /** Everything since the last batch, and the cursor after it. `lines` is this reading's count so far. */
  take(place: CursorPlace, lines: number): LedgerBatch;
}

/** Builds the batcher of one file. `from` is the cursor to continue from; null at the file's beginning. */
export function createRecordBatcher(file: BatchedFile, from: FileCursor | null): RecordBatcher {
  const { path, source } = file;
  const skips: Record<SkipReason, number> = { ...from?.skips };
  const unloggedCalls: Record<UnloggedCall, number> = { ...from?.unloggedCalls };
  let eventRows = from?.eventRows ?? 0;
  let records: LogRecord[] = [];
  const readings = createReadingCollector();
  /** The index in `records` of the latest row of each response. */
  let places = new Map<string, number>();

  const mark = createRecordMarker(file);

  const addRow = (record: LogRecord & { readonly kind: 'event' }): void => {
    const { key } = record.event;
    const place = places.get(key);
    const earlier = place === undefined ? undefined : records[place];
    const event = earlier?.kind === 'event' ? joinRows(earlier.event, record.event) : null;
    if (place !== undefined && event !== null) {
      records[place] = { kind: 'event', event };
      return;
    }
    places.set(key, records.length);
    records.push(record);
  };

  return {
    add(record) {
      if (record.kind === 'skip') skips[record.reason] = (skips[record.reason] ?? 0) + 1;
      else if (record.kind === 'unlogged') unloggedCalls[record.call] = (unloggedCalls[record.call] ?? 0) + 1;
      else if (record.kind === 'repeat') eventRows++;
      else if (record.kind === 'event') {
        eventRows++;
        addRow(mark(record));
      } else if (record.kind === 'limit') readings.add(record.reading);
      else records.push(record);
    },
    addForNow: (found) => void records.push(...found.filter(isKept).map(mark)),
    setSkips(reason, count) {
      if (count > 0) skips[reason] = (from?.skips[reason] ?? 0) + count;
    },
    pending: () => records.length + readings.count(),
    take(place, lines) {
      const limits = readings.take().map((reading): LogRecord => ({ kind: 'limit', reading }));
      const taken = [...records, ...limits];
      records = [];
      places = new Map();
      return {
        records: taken,
        cursor: {
          ...place,
          path,
          source: source.id,
          isGone: false,
          lines: (from?.lines ?? 0) + lines,
          eventRows,
          skips: { ...skips },
          unloggedCalls: { ...unloggedCalls },
        },
      };
    },
  };
}

function isKept(record: LogRecord): boolean {
  return record.kind !== 'skip' && record.kind !== 'unlogged' && record.kind !== 'repeat';
}
