/** Which events to roll up into quarter-hour sums. */
export interface CompactionOrder {
  /** Events at or after this instant are left alone. */
  readonly beforeMs: number;
  /** Maximum number of events per transaction, oldest first. */
  readonly maxEvents: number;
}

/** What one compaction step did. */
export interface CompactionStep {
  readonly compactedEvents: number;
  /** No events covered by the order are left. */
  readonly isDone: boolean;
}

/** Keeps a ledger small and fast. No report changes. */
export interface LedgerUpkeep {
  /**
   * Rolls up old events, a few per transaction. Their numbers go into quarter-hour cells; of the events themselves only
   * their names remain. Rows that arrive later under one of these names, or as replays, count as known and change
   * nothing.
   */
  compact(order: CompactionOrder): CompactionStep;
  /**
   * Tidies up after many writes, so that queries are fast. Call it whenever reading has finished. It costs nothing when
   * there is nothing to do or the ledger is read-only.
   */
  refreshRollups(): void;
}
