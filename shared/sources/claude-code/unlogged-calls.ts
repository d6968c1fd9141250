import type { UnloggedCall } from '../../domain/log-record.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';

/** Markers in a line that may indicate a call without usage. */
export const unloggedCallNeedles = ['"ai-title"', '"away_summary"', '"compact_boundary"', '"searchCount"'] as const;

/** The call of which a record is the only trace; null when it is not such a record. */
export function toUnloggedCall(record: JsonRecord): UnloggedCall | null {
  if (record['type'] === 'ai-title') return 'title';
  if (record['type'] === 'system') {
    if (record['subtype'] === 'away_summary') return 'recap';
    if (record['subtype'] === 'compact_boundary') return 'compaction';
  }
  const searches = toRecord(record['toolUseResult'])?.['searchCount'];
  return record['type'] === 'user' && typeof searches === 'number' && searches > 0 ? 'web-search' : null;
}
