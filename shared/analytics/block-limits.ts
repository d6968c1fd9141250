import type { Baseline } from '../domain/baseline.ts';
import type { Block } from '../domain/block.ts';
import type { SourceId } from '../domain/ids.ts';
import { measureIn, noPlan, ownPlan, usualPlan, type BlockLimit, type SourcePlan } from '../domain/plan.ts';

/** The plan from the settings, and the user's own limit for the plan `custom`. Its unit is also that of `p90`. */
export interface PlanChoice {
  readonly plan: string;
  readonly customBlockLimit: Pick<BlockLimit, 'unit' | 'value'>;
}

/**
 * The limit of a block under a plan, one of `plans`. Null when the plan is unknown, does not limit this source, or the
 * block's cost is unknown. A user's own limit applies to the blocks of every source. The plan is never guessed from
 * usage; only with `p90` are blocks compared with the person's usual ones of that source (`baselines`), once there are
 * enough.
 */
export function findBlockLimit(
  block: Block,
  { plan, customBlockLimit }: PlanChoice,
  plans: readonly (SourcePlan & { readonly source: SourceId })[],
  baselines: readonly Baseline[],
): BlockLimit | null {
  if (plan === noPlan) return null;
  if (plan === ownPlan) return toLimit(block, customBlockLimit, plan, 'measured');
  if (plan === usualPlan) {
    const { unit } = customBlockLimit;
    const usual = baselines.find((each) => each.source === block.source && each.unit === unit);
    return usual?.p90 ? toLimit(block, { unit, value: usual.p90 }, plan, 'estimated') : null;
  }
  const known = plans.find(({ id, source }) => id === plan && source === block.source);
  const [limit] = known?.blockLimits ?? [];
  return limit === undefined ? null : toLimit(block, limit, plan, 'estimated');
}

function toLimit(
  block: Block,
  { unit, value }: PlanChoice['customBlockLimit'],
  plan: string,
  provenance: BlockLimit['provenance'],
): BlockLimit | null {
  const used = measureIn(unit, block);
  if (used === null) return null;
  return { unit, value, usedPercent: Math.round((used / value) * 1_000) / 10, plan, provenance };
}
