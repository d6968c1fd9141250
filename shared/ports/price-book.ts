import type { MicroUsd } from '../domain/money.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** Knows what usage costs: at list price, unless the person has decided otherwise. */
export interface PriceBook {
  /** Instants (UTC milliseconds, ascending) at which any price changes: a cell must not reach over one of them. */
  readonly boundariesMs: readonly number[];
  /** Cost of a cell's responses; null when it is not known, mostly because its model has no known price. */
  costOf(cell: UsageCell): MicroUsd | null;
}
