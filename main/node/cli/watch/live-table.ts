import type { Page } from '../output/page.ts';
import { formatFittingTable, type Column } from '../output/table.ts';

/** A table with as many of its columns as fit. */
export function formatLiveTable(
  page: Page,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  totals?: readonly string[],
): string {
  return [...formatFittingTable(page, columns, { rows, totals })].join('\n');
}
