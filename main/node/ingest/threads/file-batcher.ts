import type { LogRecord, UnloggedCall, SkipReason } from '../../../../shared/domain/log-record.ts';
import { joinRows } from '../../../../shared/ledger/join-rows.ts';
import type { FileCursor, LedgerBatch } from '../../../../shared/ports/ledger-store.ts';
import type { LogLine, LogReader, Source } from '../../../../shared/sources/source.ts';
import { toPlainPath } from '../discovery/log-file-name.ts';

/** The part of a cursor that says which file it is and how far it was read. */
export type CursorPlace = Pick<FileCursor, 'offset' | 'inode' | 'headHash' | 'headBytes' | 'mtimeMs'>;

/** Turns the lines of one file into batches. */
export interface FileBatcher {
  /** Reads one line. */
  addLine(line: LogLine): void;
  /** Adds what a last line without its line feed holds, without moving on: it is read again when it is complete. */
  addUnfinished(line: LogLine): void;
  /** Records that wait for the next batch. */
  pending(): number;
  /** Everything since the last batch, and the cursor after it. `lines` and `tooLong` are this reading's counts so far. */
  take(place: CursorPlace, lines: number, tooLong: number): LedgerBatch;
}

/** Builds the batcher of one file. `from` is the cursor to go on from; null at the file's beginning. */
export function createFileBatcher(path: string, source: Source, from: FileCursor | null): FileBatcher {
  // A log keeps its name's meaning when it is compressed.
  const logPath = toPlainPath(path);
  const reader = source.createReader(logPath, from?.readerState ?? null);
  const skips: Partial<Record<SkipReason, number>> = { ...from?.skips };
  const unloggedCalls: Partial<Record<UnloggedCall, number>> = { ...from?.unloggedCalls };
  const skippedLong = skips['line-too-long'] ?? 0;
  let eventRows = from?.eventRows ?? 0;
  let records: LogRecord[] = [];
  /** Where in `records` the latest row of each response is. */
  let places = new Map<string, number>();

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

  const add = (record: LogRecord): void => {
    if (record.kind === 'skip') skips[record.reason] = (skips[record.reason] ?? 0) + 1;
    else if (record.kind === 'unlogged') unloggedCalls[record.call] = (unloggedCalls[record.call] ?? 0) + 1;
    else if (record.kind === 'repeat') eventRows++;
    else if (record.kind === 'event') {
      eventRows++;
      addRow(record);
    } else records.push(record);
  };

  return {
    addLine(line) {
      for (const record of readLine(reader, line)) add(record);
    },
    addUnfinished(line) {
      const glance = source.createReader(logPath, reader.state());
      const isLedgerRecord = (record: LogRecord): boolean =>
        record.kind !== 'skip' && record.kind !== 'unlogged' && record.kind !== 'repeat';
      records.push(...readLine(glance, line).filter(isLedgerRecord));
    },
    pending: () => records.length,
    take(place, lines, tooLong) {
      const taken = records;
      records = [];
      places = new Map();
      if (tooLong > 0) skips['line-too-long'] = skippedLong + tooLong;
      return {
        records: taken,
        cursor: {
          ...place,
          path,
          source: source.id,
          readerState: reader.state(),
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

/** A reader must not throw; should one do so all the same, that line is lost and the file is not. */
function readLine(reader: LogReader, line: LogLine): readonly LogRecord[] {
  try {
    return reader.read(line);
  } catch {
    return [{ kind: 'skip', reason: 'not-a-record' }];
  }
}
