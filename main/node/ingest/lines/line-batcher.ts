import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import type { FileCursor } from '../../../../shared/ports/cursor-store.ts';
import type { LedgerBatch } from '../../../../shared/ports/ledger-writer.ts';
import type { LineStream, LogLine, LogReader, SideTexts } from '../../../../shared/sources/streams.ts';
import { toPlainPath } from '../discovery/log-file-name.ts';
import type { FileToRead } from '../file-reading.ts';
import { createRecordBatcher, type CursorPlace } from '../record-batcher.ts';

/** Turns the lines of one file into batches. */
export interface LineBatcher {
  /** Reads one line. */
  addLine(line: LogLine): void;
  /** Counts a line that holds no needle and cannot be a record. */
  addDamagedLine(): void;
  /**
   * Adds the contents of a last line without its line feed, without advancing: it is read again when it is complete.
   */
  addUnfinished(line: LogLine): void;
  /** The number of records waiting for the next batch. */
  pending(): number;
  /** Everything since the last batch, and the cursor after it. `lines` and `tooLong` are this reading's counts so far. */
  take(place: Omit<CursorPlace, 'readerState'>, lines: number, tooLong: number): LedgerBatch;
}

/** The file that a batcher reads. */
export type BatchedFile = Pick<FileToRead<LineStream>, 'path' | 'source' | 'stream' | 'device' | 'omitsTelemetryNames'>;

/** Builds the batcher of one file. `from` is the cursor to continue from; null at the file's beginning. */
export function createLineBatcher(file: BatchedFile, from: FileCursor | null, sideTexts: SideTexts = []): LineBatcher {
  const { path, stream } = file;
  // The meaning of a log's name does not change when it is compressed.
  const logPath = toPlainPath(path);
  const reader = stream.createReader(logPath, from?.readerState ?? null, sideTexts);
  const batcher = createRecordBatcher(file, from);
  return {
    addLine(line) {
      for (const record of readLine(reader, line)) batcher.add(record);
    },
    addDamagedLine: () => batcher.add({ kind: 'skip', reason: 'not-json' }),
    addUnfinished(line) {
      batcher.addForNow(readLine(stream.createReader(logPath, reader.state(), sideTexts), line));
    },
    pending: batcher.pending,
    take(place, lines, tooLong) {
      batcher.setSkips('line-too-long', tooLong);
      return batcher.take({ ...place, readerState: reader.state() }, lines);
    },
  };
}

/** A reader must not throw; if one does, only that line is lost, not the file. */
function readLine(reader: LogReader, line: LogLine): readonly LogRecord[] {
  try {
    return reader.read(line);
  } catch {
    return [{ kind: 'skip', reason: 'not-a-record' }];
  }
}
