import { ok } from '../../../../shared/lib/result.ts';
import { parseJsonRecord } from '../../../../shared/lib/json-record.ts';
import type { LogLine } from '../../../../shared/sources/streams.ts';
import type { FieldReader, ScannedObject } from './read-fields.ts';

const carriageReturn = 13;
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/**
 * A line in memory from `start` to `end`, without its line feed; `base` is the file offset of the memory's first byte.
 * Invalid UTF-8 becomes replacement characters: a damaged line must not cost the rest of the file.
 */
export function toLogLine(bytes: Buffer, start: number, end: number, base: number, fields: FieldReader): LogLine {
  let from = start;
  let to = end;
  if (to > from && bytes[to - 1] === carriageReturn) to--;
  // After a crash, some file systems leave zeros in place of the lost bytes, in front of the next line.
  while (from < to && bytes[from] === 0) from++;
  if (base + from === 0 && byteOrderMark.every((byte, index) => bytes[index] === byte)) from += byteOrderMark.length;
  const text = (): string => bytes.toString('utf8', from, to);
  let scanned: ScannedObject | null = null;
  const scan = (): ScannedObject => (scanned ??= fields.scan(bytes, from, to));
  return {
    text,
    record() {
      const record = fields.read(scan());
      return record === null ? parseJsonRecord(text()) : ok(record);
    },
    repeat: (name) => fields.readRepeat(scan(), name),
  };
}
