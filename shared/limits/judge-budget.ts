import type { LimitVerdict } from '../domain/limit-verdict.ts';
import type { MicroUsd } from '../domain/money.ts';

/** What was spent in a period, and how much of it can be known. */
export interface BudgetFacts {
  /** API-equivalent cost of everything with a known price; null when nothing has one. */
  readonly costMicroUsd: MicroUsd | null;
  /** Responses in the period. */
  readonly events: number;
  /** How many models have no price. */
  readonly unpricedModels: number;
  readonly budgetMicroUsd: MicroUsd;
}

/** The cost that counts: 0 where nothing was used; null where something was used and no price is known. */
export function toSpentMicroUsd({ costMicroUsd, events }: BudgetFacts): MicroUsd | null {
  return costMicroUsd ?? (events === 0 ? 0 : null);
}

/** The share of the budget that is left, in percent, below zero when it is overdrawn; null when it is not known. */
export function toBudgetLeftPercent(facts: BudgetFacts): number | null {
  const spent = toSpentMicroUsd(facts);
  return spent === null ? null : 100 - (spent / facts.budgetMicroUsd) * 100;
}

/**
 * The verdict on a budget. Usage without a price can only raise the cost: a budget that is spent without it is spent,
 * and one that seems fine may not be.
 */
export function judgeBudget(facts: BudgetFacts, minRemainingPercent: number): LimitVerdict {
  const left = toBudgetLeftPercent(facts);
  if (left === null) return 'unknown';
  if (left <= 0) return 'exhausted';
  if (left < minRemainingPercent) return 'near';
  return facts.unpricedModels > 0 ? 'unknown' : 'fine';
}
