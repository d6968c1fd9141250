import type { SessionId, SourceId } from '../domain/ids.ts';
import type { GroupField } from '../domain/profile-fields.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/**
 * Which counted events to sum: `[fromMs, toMs)`, half open. Every bound is optional. Compacted events are only known to
 * the quarter of an hour: each quarter belongs to the span in which it begins, and its cell starts there whatever the
 * grain. Time bounds must therefore be multiples of 15 minutes; the start of a day is one in every time zone.
 */
export interface CellQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly source?: SourceId | undefined;
  readonly sessionId?: SessionId | undefined;
  /** Length of a slice. A divisor of 15 minutes, so that a slice never spans two days or blocks. */
  readonly grainMs: number;
}

/**
 * Which counted events to sum over spans of any length: the spans between `fromMs`, the boundaries and `toMs`. All of
 * these instants must be multiples of 15 minutes, for the reason given at `CellQuery`.
 */
export interface SumQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly source?: SourceId | undefined;
  /** Instants that no sum may cross, ascending. Those outside the query are ignored. */
  readonly boundariesMs: readonly number[];
  /** Fields to group by, in addition to everything that prices depend on. */
  readonly groupBy: readonly GroupField[];
}

/** What the ledger holds for a source. */
export interface LedgerSourceStats {
  readonly source: SourceId;
  /** Events that count. `replayedEvents` are stored too, but were recognised as replays of others. */
  readonly events: number;
  readonly replayedEvents: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
}

/** The counted events, as sums. Every method is synchronous and sees one consistent state. */
export interface EventStore {
  /** Sums of counted events, ordered by slice. */
  cells(query: CellQuery): readonly UsageCell[];
  /**
   * Sums of counted events per span, equal to adding up `cells`. Fields that are not grouped by have their default
   * value in the sums: a session without a name, no project, no sidechain. Each sum starts where its span starts, the
   * first of all at 0.
   */
  sums(query: SumQuery): readonly UsageCell[];
  /** How many events there are, by source; also of sources that only have cursors. */
  stats(): readonly LedgerSourceStats[];
}
