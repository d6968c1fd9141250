import type { MicroUsd } from '../domain/money.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** Knows what tokens cost at list price. */
export interface PriceBook {
  /** Cost of a cell's responses, or null when its model has no known price at that date. */
  costOf(cell: UsageCell): MicroUsd | null;
}
