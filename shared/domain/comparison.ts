import type { SourceId } from './ids.ts';
import type { UsageTotals } from './report.ts';

/** One key of a source in two ranges. Null: no usage there. */
export interface ComparedRow {
  readonly key: string | null;
  readonly source: SourceId;
  readonly left: UsageTotals | null;
  readonly right: UsageTotals | null;
}

/** Two ranges side by side. */
export interface Comparison {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  readonly left: UsageTotals;
  readonly right: UsageTotals;
  /** The largest change in tokens first. */
  readonly rows: readonly ComparedRow[];
}
