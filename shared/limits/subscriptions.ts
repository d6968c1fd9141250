import type { SourceId } from '../domain/ids.ts';
import type { LimitWindow } from '../domain/limit-window.ts';
import type { SourcePlan } from '../domain/plan.ts';
import type { UsageTotals } from '../domain/report.ts';
import type { Subscription } from '../domain/subscription.ts';

/** The input of `findSubscriptions`. */
export interface SubscriptionInput {
  readonly plans: readonly (SourcePlan & { readonly source: SourceId })[];
  readonly windows: readonly LimitWindow[];
  /** The plan in the settings. */
  readonly chosenPlan: string;
  /** What the usage of the last thirty days would cost at list prices. */
  readonly costOf: (source: SourceId) => Pick<UsageTotals, 'costMicroUsd' | 'unpricedModels'>;
}

/**
 * The plan of every source that has one: as the provider names it in its newest reading, otherwise as in the settings,
 * otherwise none. Never guessed from usage.
 */
export function findSubscriptions({ plans, windows, chosenPlan, costOf }: SubscriptionInput): readonly Subscription[] {
  const sources = [...new Set(plans.map(({ source }) => source))];
  return sources.flatMap((source) => {
    const own = plans.filter((plan) => plan.source === source);
    const named = findNamed(own, windows, source);
    const plan = named ?? own.find(({ id }) => id === chosenPlan);
    if (plan === undefined) return [];
    const { id, label, monthlyUsd } = plan;
    const { costMicroUsd, unpricedModels } = costOf(source);
    return [
      {
        source,
        plan: id,
        label,
        knownFrom: named === undefined ? 'setting' : 'provider',
        monthlyUsd,
        monthCostMicroUsd: costMicroUsd,
        unpricedModels,
      },
    ];
  });
}

function findNamed(plans: readonly SourcePlan[], windows: readonly LimitWindow[], source: SourceId) {
  const names = windows
    .filter((window) => window.source === source && window.planType !== null)
    .sort((left, right) => right.observedAtMs - left.observedAtMs)
    .map(({ planType }) => planType!.toLowerCase());
  const [name] = names;
  return name === undefined ? undefined : plans.find(({ providerNames }) => providerNames.includes(name));
}
