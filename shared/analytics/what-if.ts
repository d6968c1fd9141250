import type { ModelId, SourceId } from '../domain/ids.ts';
import type { MicroUsd } from '../domain/money.ts';
import type { SourcePlan } from '../domain/plan.ts';
import type { UsageTotals } from '../domain/report.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { ModelWhatIf, PlanWhatIf } from '../domain/what-if.ts';
import { compareValues } from '../lib/compare.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { repriceCell } from './cache-value.ts';

/** Days of a month by which plans are compared. */
const monthDays = 30;

/**
 * What cells would cost if one model had used the same tokens: for the models in the cells, and any others requested.
 * Models count tokens differently, so this is an estimate.
 */
export function toModelWhatIfs(
  cells: readonly UsageCell[],
  asked: readonly ModelId[],
  book: PriceBook,
): readonly ModelWhatIf[] {
  const used = new Set(cells.map(({ model }) => model));
  return [...new Set([...used, ...asked])]
    .map((model) => ({ model, costMicroUsd: sumAs(cells, model, book), isUsed: used.has(model) }))
    .sort(
      (left, right) =>
        (left.costMicroUsd ?? Infinity) - (right.costMicroUsd ?? Infinity) || compareValues(left.model, right.model),
    );
}

function sumAs(cells: readonly UsageCell[], model: ModelId, book: PriceBook): MicroUsd | null {
  let sum = 0;
  for (const cell of cells) {
    const cost = repriceCell(cell, book, { model });
    if (cost === null) return null;
    sum += cost;
  }
  return sum;
}

/** Every plan with a price, of the sources that were used, beside what a month like this range would cost. */
export function toPlanWhatIfs(input: {
  readonly plans: readonly (SourcePlan & { readonly source: SourceId })[];
  readonly subscriptions: readonly Subscription[];
  readonly costOf: (source: SourceId) => Pick<UsageTotals, 'costMicroUsd' | 'unpricedModels'>;
  readonly usedSources: readonly SourceId[];
  readonly days: number;
}): readonly PlanWhatIf[] {
  return input.plans.flatMap(({ id, source, label, monthlyUsd }) => {
    if (monthlyUsd === null || !input.usedSources.includes(source)) return [];
    const { costMicroUsd: cost, unpricedModels } = input.costOf(source);
    const own = input.subscriptions.find((each) => each.source === source && each.plan === id);
    return [
      {
        source,
        plan: id,
        label,
        monthlyUsd,
        monthCostMicroUsd: cost === null ? null : Math.round((cost / Math.max(1, input.days)) * monthDays),
        unpricedModels,
        knownFrom: own?.knownFrom ?? null,
      },
    ];
  });
}
