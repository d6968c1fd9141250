import type { ImportedModel, ImportResult } from '../domain/import-result.ts';
import { addUsage, emptyUsage } from '../domain/token-usage.ts';
import { groupBy } from '../lib/group-by.ts';
import type { ImportedUse } from '../sources/lib/imported-uses/imported-use.ts';

/** What is summed of a use. */
type Summed = Pick<ImportedUse, 'atMs' | 'model' | 'usage' | 'costUsd'>;

type Sums = Omit<ImportResult, 'tool' | 'failure' | 'isPreview' | 'sums'>;

/** What a file holds, in sums; the models with the most requests first. */
export function summarizeImport({
  uses,
  skips,
}: {
  readonly uses: readonly Summed[];
  readonly skips: Readonly<Record<string, number>>;
}): Sums {
  const costs = uses.flatMap(({ costUsd }) => (costUsd === null ? [] : [costUsd]));
  const times = uses.reduce(
    ({ first, last }, { atMs }) => ({ first: Math.min(first, atMs), last: Math.max(last, atMs) }),
    { first: Infinity, last: -Infinity },
  );
  return {
    requests: uses.length,
    firstAtMs: uses.length === 0 ? null : times.first,
    lastAtMs: uses.length === 0 ? null : times.last,
    usage: sumUsage(uses),
    costMicroUsd: costs.length === 0 ? null : Math.round(costs.reduce((sum, cost) => sum + cost, 0) * 1e6),
    models: [...groupBy(uses, ({ model }) => model)]
      .map(([model, own]): ImportedModel => ({ model, requests: own.length, usage: sumUsage(own) }))
      .sort((left, right) => right.requests - left.requests),
    skips,
  };
}

function sumUsage(uses: readonly Summed[]) {
  return uses.reduce((sum, { usage }) => addUsage(sum, usage), emptyUsage);
}
