import type { ComparedRow } from '../../../shared/domain/comparison.ts';
import type { UsageTotals } from '../../../shared/domain/report.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { CacheCoach, WhatIf } from '../../../shared/domain/what-if.ts';
import type { ExportRecord } from '../../state/save-records.ts';

/** Two ranges side by side, all rows of them. Costs are API-equivalent, in micro-dollars. */
export function toComparedRecords(rows: readonly ComparedRow[]): readonly ExportRecord[] {
  return rows.map(({ key, source, left, right }) => ({
    key,
    source,
    leftTokens: toTokens(left),
    rightTokens: toTokens(right),
    leftCostMicroUsd: toCost(left),
    rightCostMicroUsd: toCost(right),
    leftUnpricedModels: toUnpriced(left),
    rightUnpricedModels: toUnpriced(right),
  }));
}

function toTokens(side: UsageTotals | null): number {
  return side === null ? 0 : totalTokens(side.usage);
}

/** Unused means a cost of zero; a missing price means an unknown cost. */
function toCost(side: UsageTotals | null): number | null {
  return side === null ? 0 : side.costMicroUsd;
}

function toUnpriced(side: UsageTotals | null): string {
  return side === null ? '' : side.unpricedModels.join(' ');
}

/** Everything that the same usage could have cost. All estimated, at list prices; `monthlyUsd` is what a plan costs. */
export function toWhatIfRecords({ models, cache, plans }: WhatIf): readonly ExportRecord[] {
  const { listMicroUsd, withoutCacheMicroUsd, all5mMicroUsd, all1hMicroUsd } = cache;
  const isPartial = cache.pricedShare < 1;
  const caches = { asItWas: listMicroUsd, withoutCache: withoutCacheMicroUsd, all5m: all5mMicroUsd, all1h: all1hMicroUsd }; // prettier-ignore
  return [
    ...models.map(({ model, costMicroUsd }) => toCase('model', { name: model, costMicroUsd })),
    ...Object.entries(caches).map(([name, costMicroUsd]) => toCase('cache', { name, costMicroUsd, isPartial })),
    ...plans.map(({ source, plan, monthCostMicroUsd, unpricedModels, monthlyUsd }) => {
      const isPartial = unpricedModels.length > 0;
      return toCase('plan', { source, name: plan, costMicroUsd: monthCostMicroUsd, isPartial, monthlyUsd });
    }),
  ];
}

interface Case {
  readonly source?: string;
  readonly name: string;
  readonly costMicroUsd: number | null;
  readonly isPartial?: boolean;
  readonly monthlyUsd?: number;
}

function toCase(of: string, { source, name, costMicroUsd, isPartial = false, monthlyUsd }: Case): ExportRecord {
  const isCostPartial = String(isPartial);
  return { of, source: source ?? null, name, costMicroUsd, isCostPartial, monthlyUsd: monthlyUsd ?? null };
}

/** How the cache of every model was used. Rebuilds, and everything in micro-dollars, are estimated. */
export function toCacheRecords({ rows }: Pick<CacheCoach, 'rows'>): readonly ExportRecord[] {
  return rows.map(({ costs, ...row }) => ({
    source: row.source,
    model: row.model,
    write5mTokens: row.write5mTokens,
    write1hTokens: row.write1hTokens,
    readTokens: row.readTokens,
    freshTokens: row.freshTokens,
    rebuilds: row.rebuilds,
    avoidableRebuilds: row.avoidableRebuilds,
    lostMicroUsd: row.lostMicroUsd,
    avoidableMicroUsd: row.avoidableMicroUsd,
    ...costs,
  }));
}
