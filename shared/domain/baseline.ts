import type { SourceId } from './ids.ts';
import type { BlockLimitUnit } from './plan.ts';
import type { Provenance } from './provenance.ts';

/** What a person's own full blocks usually hold, in one unit. It is descriptive, not a limit of the provider. */
export interface Baseline {
  readonly source: SourceId;
  readonly unit: BlockLimitUnit;
  /** Completed blocks with a value in this unit. */
  readonly blocks: number;
  /** The 90th percentile; null while there are too few blocks. */
  readonly p90: number | null;
  /** A 90 % confidence interval of the percentile; null if that is null. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The smallest and the largest block; null without any. */
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly provenance: Extract<Provenance, 'measured'>;
}
