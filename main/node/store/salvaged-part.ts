import type { LimitReading } from '../../../shared/domain/limit-window.ts';
import type { RowCluster } from '../../../shared/ledger/cluster-rows.ts';
import type { LineageLink } from '../../../shared/ledger/event-table.ts';
import type { FileCursor } from '../../../shared/ports/ledger-store.ts';

/** A part of a ledger's contents, for another ledger to take in. */
export interface SalvagedPart {
  readonly clusters: readonly RowCluster[];
  readonly links: readonly LineageLink[];
  readonly readings: readonly LimitReading[];
  readonly cursors: readonly FileCursor[];
}
