import type { ModelId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';

/** A person's plan with an agent's provider, and what it gives for its price. */
export interface Subscription {
  readonly source: SourceId;
  /** The plan's id, as in the settings, and its name. */
  readonly plan: string;
  readonly label: string;
  /** Who says so: the provider in its readings, or the person in the settings. */
  readonly knownFrom: 'provider' | 'setting';
  /** Dollars a month before tax; null where that depends on the contract. */
  readonly monthlyUsd: number | null;
  /** What the usage of the last thirty days would cost at list prices; null where unknown. */
  readonly monthCostMicroUsd: MicroUsd | null;
  /** As in `UsageTotals`: that cost is not in `monthCostMicroUsd`. */
  readonly unpricedModels: readonly ModelId[];
}
