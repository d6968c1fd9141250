import { parseJsonRecord } from '../../shared/lib/json-record.ts';
import type { LogLine } from '../../shared/sources/streams.ts';

/** A log line given as text. */
export function toTextLine(text: string): LogLine {
  return { record: () => parseJsonRecord(text), repeat: () => null, text: () => text };
}
