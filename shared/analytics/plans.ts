import type { Block } from '../domain/block.ts';
import type { DayKey } from '../domain/calendar-day.ts';
import type { SourceId } from '../domain/ids.ts';
import type { BlockLimit, Plan } from '../domain/plan.ts';
import { totalTokens } from '../domain/token-usage.ts';

/** The believed limit of a plan's blocks. */
interface PlanLimit {
  readonly plan: Exclude<Plan, 'unknown' | 'custom'>;
  /** The source whose blocks the plan limits. */
  readonly limits: SourceId;
  readonly usd: number;
  /** The day on which the figure was read, and where. */
  readonly readOn: DayKey;
  readonly readAt: string;
}

/**
 * Only the provider knows the real limits, and they are not in dollars. These are the publicly quoted figures, no
 * better than an estimate.
 */
const readAt = 'Maciek-roboblog/Claude-Code-Usage-Monitor, src/claude_monitor/core/plans.py (v3.1.0)';
const planLimits: readonly PlanLimit[] = [
  { plan: 'pro', limits: 'claude-code', usd: 18, readOn: '2026-08-01', readAt },
  { plan: 'max-5x', limits: 'claude-code', usd: 35, readOn: '2026-08-01', readAt },
  { plan: 'max-20x', limits: 'claude-code', usd: 140, readOn: '2026-08-01', readAt },
];

/** The plan from the settings, and the user's own limit for the plan `custom`. */
export interface PlanChoice {
  readonly plan: Plan;
  readonly customBlockLimit: Pick<BlockLimit, 'unit' | 'value'>;
}

/**
 * The limit of a block under a plan. Null when the plan is unknown, does not limit this source, or the block's cost is
 * unknown. A user's own limit applies to the blocks of every source. The plan is never guessed from usage.
 */
export function findBlockLimit(block: Block, { plan, customBlockLimit }: PlanChoice): BlockLimit | null {
  if (plan === 'unknown') return null;
  if (plan === 'custom') return toLimit(block, customBlockLimit, plan, 'measured');
  const known = planLimits.find((row) => row.plan === plan && row.limits === block.source);
  return known === undefined ? null : toLimit(block, { unit: 'usd', value: known.usd }, plan, 'estimated');
}

function toLimit(
  block: Block,
  { unit, value }: PlanChoice['customBlockLimit'],
  plan: Plan,
  provenance: BlockLimit['provenance'],
): BlockLimit | null {
  const used = unit === 'tokens' ? totalTokens(block.usage) : block.costMicroUsd;
  if (used === null) return null;
  const share = used / (unit === 'tokens' ? value : value * 1_000_000);
  return { unit, value, usedPercent: Math.round(share * 1_000) / 10, plan, provenance };
}
