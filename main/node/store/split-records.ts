import type { LimitReading } from '../../../shared/domain/limit-window.ts';
import type { UsageEvent } from '../../../shared/domain/usage-event.ts';
import type { LineageLink } from '../../../shared/ledger/event-table.ts';
import { toPlainText } from '../../../shared/ledger/plain-text.ts';
import type { LedgerBatch } from '../../../shared/ports/ledger-writer.ts';

/** The contents of batches, by kind. Skips and unlogged calls are counted in the cursor. */
export interface SplitRecords {
  readonly events: readonly UsageEvent[];
  readonly links: readonly LineageLink[];
  readonly readings: readonly LimitReading[];
}

/** Sorts the records of batches by kind. A thread belongs to the source of the file that names it. */
export function splitRecords(batches: readonly LedgerBatch[]): SplitRecords {
  const events: UsageEvent[] = [];
  const links: LineageLink[] = [];
  const readings: LimitReading[] = [];
  for (const { records, cursor } of batches) {
    for (const record of records) {
      if (record.kind === 'event') events.push(record.event);
      else if (record.kind === 'limit') readings.push(record.reading);
      else if (record.kind === 'lineage') {
        links.push({
          source: toPlainText(cursor.source),
          threadId: toPlainText(record.threadId),
          parentId: toPlainText(record.parentId),
        });
      }
    }
  }
  return { events, links, readings };
}
