import type { ModelId, SourceId } from './ids.ts';
import { hourMs, minuteMs } from './instant.ts';
import type { MicroUsd } from './money.ts';
import type { Provenance } from './provenance.ts';
import type { TokenUsage } from './token-usage.ts';

/** Length of a block. */
export const blockMs = 5 * hourMs;

/** Whether a limit window is as long as a block: it is then the official figure for what blocks estimate. */
export function isBlockLength(windowMinutes: number | null): boolean {
  return windowMinutes !== null && windowMinutes * minuteMs === blockMs;
}

/**
 * A 5-hour window of one source, half open: `[startMs, endMs)`. `gap` is the idle time between two of them. Computed
 * from logs alone it is an estimate; anchored at a reset the provider reported, it is official.
 */
export interface Block {
  readonly source: SourceId;
  readonly kind: 'active' | 'completed' | 'gap';
  readonly startMs: number;
  readonly endMs: number;
  /** First and last event in the block; null in a gap. */
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly events: number;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
  /** As in `UsageTotals`: that cost is not in `costMicroUsd`. */
  readonly unpricedModels: readonly ModelId[];
  readonly models: readonly ModelId[];
  readonly boundary: Extract<Provenance, 'official' | 'estimated'>;
}

/** Time until a block ends, in milliseconds; 0 once it has ended. */
export function toRemainingMs({ endMs }: Pick<Block, 'endMs'>, nowMs: number): number {
  return Math.max(0, endMs - nowMs);
}
