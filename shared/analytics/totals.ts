import type { UsageTotals } from '../domain/report.ts';
import { addUsage, emptyUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { createUsageSum } from './usage-sum.ts';

/**
 * Usage and cost of cells. The cost covers what could be priced: null when nothing could, 0 when there are no cells.
 */
export function sumTotals(cells: Iterable<UsageCell>, book: PriceBook): UsageTotals {
  const sum = createUsageSum();
  for (const cell of cells) sum.add(cell, book.costOf(cell));
  return sum.totals();
}

/** Adds totals of disjoint events, such as some rows of a report. */
export function addTotals(parts: readonly UsageTotals[]): UsageTotals {
  const used = parts.filter(({ events }) => events > 0);
  const costs = used.map(({ costMicroUsd }) => costMicroUsd).filter((cost) => cost !== null);
  return {
    events: sumOf(parts, ({ events }) => events),
    unfinishedEvents: sumOf(parts, ({ unfinishedEvents }) => unfinishedEvents),
    usage: parts.reduce((usage, part) => addUsage(usage, part.usage), emptyUsage),
    costMicroUsd: costs.length === 0 && used.length > 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    unpricedModels: [...new Set(parts.flatMap(({ unpricedModels }) => unpricedModels))].sort(),
  };
}

function sumOf(parts: readonly UsageTotals[], numberOf: (part: UsageTotals) => number): number {
  return parts.reduce((sum, part) => sum + numberOf(part), 0);
}
