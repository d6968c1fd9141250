import type { UnloggedCall } from '../../domain/log-record.ts';
import { toRecord, type JsonRecord } from '../lib/json-record.ts';

/** Marks in a line that may stand for a call without usage. */
export const unloggedCallNeedles = ['"ai-title"', '"away_summary"', '"compact_boundary"', '"searchCount"'] as const;

/** The call that a record is the only trace of; null when it is none. */
export function toUnloggedCall(record: JsonRecord): UnloggedCall | null {
  if (record['type'] === 'ai-title') return 'title';
  if (record['type'] === 'system') {
    if (record['subtype'] === 'away_summary') return 'recap';
    if (record['subtype'] === 'compact_boundary') return 'compaction';
  }
  const searches = toRecord(record['toolUseResult'])?.['searchCount'];
  return record['type'] === 'user' && typeof searches === 'number' && searches > 0 ? 'web-search' : null;
}
