import { parseCsv } from '../csv.ts';
import type { Importer, UsageImport } from '../usage-import.ts';
import type { ImportedUse } from '../../sources/lib/imported-uses/imported-use.ts';
import { parseUsageRow, toColumns } from './usage-row.ts';

/** The usage export of Cursor's dashboard (README.md). */
export const cursorImporter: Importer = { tool: 'cursor', parse: parseUsageExport };

function parseUsageExport(text: string): UsageImport | null {
  const rows = parseCsv(text);
  const head = rows.next();
  const columns = head.done === true ? null : toColumns(head.value);
  if (columns === null) return null;
  const uses: ImportedUse[] = [];
  const skips: Record<string, number> = {};
  /** Rows that say the same are as many requests: the n-th of them is the n-th in every export that covers the time. */
  const seen = new Map<string, number>();
  for (const row of rows) {
    const use = parseUsageRow(row, columns);
    if (typeof use === 'string') {
      skips[use] = (skips[use] ?? 0) + 1;
      continue;
    }
    const number = (seen.get(use.id) ?? 0) + 1;
    seen.set(use.id, number);
    uses.push(number === 1 ? use : { ...use, id: `${use.id}.${number}` });
  }
  return { uses, skips };
}
