import type { UsageTotals } from '../domain/report.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { createUsageSum } from './usage-sum.ts';

/**
 * Usage and cost of cells. The cost is that of what could be priced: null when nothing could, 0 when there is nothing.
 */
export function sumTotals(cells: Iterable<UsageCell>, book: PriceBook): UsageTotals {
  const sum = createUsageSum();
  for (const cell of cells) sum.add(cell, book.costOf(cell));
  return sum.totals();
}
