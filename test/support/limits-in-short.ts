import type { LogRecord } from '../../shared/domain/log-record.ts';

/** Records in short: scope, percentage and reset (to the minute) of readings, reasons of skips. */
export function limitsInShort(records: readonly LogRecord[]): readonly unknown[] {
  return records.map((record) => {
    if (record.kind !== 'limit') return record.kind === 'skip' ? record.reason : record.kind;
    const { id, usedPercent, resetsAtMs } = record.reading;
    return [id.scope, usedPercent, resetsAtMs === null ? null : new Date(resetsAtMs).toISOString().slice(0, 16)];
  });
}
