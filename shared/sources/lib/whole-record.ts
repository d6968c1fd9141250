import type { LogLine } from '../streams.ts';
import { parseJsonRecord, type JsonRecord } from '../../lib/json-record.ts';

/** All fields of a line, including those that its source does not name; none when it is not a record. Slow. */
export function toWholeRecord(line: LogLine): JsonRecord {
  const parsed = parseJsonRecord(line.text());
  return parsed.ok ? parsed.value : {};
}
