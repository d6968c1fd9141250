import type { MicroUsd } from '../domain/money.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** Prices usage at list price, unless the user has decided otherwise. */
export interface PriceBook {
  /** Instants (UTC milliseconds, ascending) at which any price changes. A cell must not span one of them. */
  readonly boundariesMs: readonly number[];
  /** Cost of a cell's responses; null when unknown, usually because its model has no known price. */
  costOf(cell: UsageCell): MicroUsd | null;
}
