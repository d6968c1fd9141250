import type { DayKey } from '../domain/calendar-day.ts';
import { stripModelSuffixes } from '../domain/model-name.ts';
import type { ProviderExport, ReconciledExportRow } from '../domain/provider-export.ts';
import type { ReportRow } from '../domain/report.ts';
import { addUsage, cacheCreationTokens, emptyUsage, totalTokens, type TokenUsage } from '../domain/token-usage.ts';
import { compareValues } from '../lib/compare.ts';
import { toBareModel } from './reconcile-proxies.ts';

/** One day and model while it is summed up. */
interface Sum {
  requests: number | null;
  usage: TokenUsage;
  costUsd: number;
  here: TokenUsage;
  responses: number;
  /** Null once a part of it is unknown. */
  microUsd: number | null;
}

/**
 * Compares a provider's export with the rows of a report by UTC day and model. Usage of the provider's models that only
 * exists here is listed too, on all days from the export's first to its last. Neither side knows the other's ids, so
 * sums are compared, class of tokens by class.
 */
export function reconcileExport(
  { provider, kind, uses }: ProviderExport,
  counted: readonly ReportRow[],
): readonly ReconciledExportRow[] {
  const sums = new Map<string, Sum>();
  const sumOf = (day: DayKey, model: string): Sum => {
    const key = JSON.stringify([day, model]);
    const sum = sums.get(key) ?? createSum();
    sums.set(key, sum);
    return sum;
  };
  let [first, last] = ['9999-12-31', ''];
  for (const use of uses) {
    const sum = sumOf(use.day, toModelKey(use.model));
    if (use.usage !== null) sum.usage = addUsage(sum.usage, use.usage);
    if (use.requests !== null) sum.requests = (sum.requests ?? 0) + use.requests;
    sum.costUsd += use.costUsd ?? 0;
    if (use.day < first) first = use.day;
    if (use.day > last) last = use.day;
  }
  for (const { key: day, alsoKeys, usage, events, costMicroUsd, unpricedModels } of counted) {
    const model = toModelKey(alsoKeys?.[0] ?? '');
    if (day === null || day < first || day > last) continue;
    if (!provider.models.test(model) && !sums.has(JSON.stringify([day, model]))) continue;
    const sum = sumOf(day, model);
    sum.here = addUsage(sum.here, usage);
    sum.responses += events;
    const isPriced = costMicroUsd !== null && unpricedModels.length === 0;
    sum.microUsd = isPriced && sum.microUsd !== null ? sum.microUsd + costMicroUsd : null;
  }
  return [...sums]
    .map(([key, sum]) => toRow(JSON.parse(key) as [DayKey, string], sum, kind === 'cost'))
    .sort((left, right) => compareValues(left.day, right.day) || compareValues(left.model, right.model));
}

/** A model's name for comparison: `Claude Opus 4.6` and `anthropic/claude-opus-4-6-20260205` are `claude-opus-4-6`. */
export function toModelKey(model: string): string {
  return stripModelSuffixes(toBareModel(model.trim().toLowerCase()).replaceAll(/[\s.]+/g, '-'));
}

function toRow([day, model]: readonly [DayKey, string], sum: Sum, isCost: boolean): ReconciledExportRow {
  return {
    ...{ day, model, requests: sum.requests, responses: sum.responses },
    tokens: isCost ? null : compareTokens(sum.usage, sum.here),
    chargedMicroUsd: isCost ? Math.round(sum.costUsd * 1e6) : null,
    estimatedMicroUsd: sum.microUsd === null ? null : Math.round(sum.microUsd),
  };
}

function compareTokens(provider: TokenUsage, here: TokenUsage): NonNullable<ReconciledExportRow['tokens']> {
  const sides = [provider, here].map((usage) => [
    usage.outputTokens,
    usage.inputTokens,
    cacheCreationTokens(usage),
    usage.cacheReadTokens,
  ]) as [number[], number[]];
  const beyond = (left: readonly number[], right: readonly number[]): readonly number[] =>
    left.map((count, index) => Math.max(0, count - (right[index] ?? 0)));
  const [missing, extra] = [beyond(sides[0], sides[1]), beyond(sides[1], sides[0])];
  const [all, own] = [totalTokens(provider), totalTokens(here)];
  const [notHere, onlyHere] = [sumOf(missing), sumOf(extra)];
  const isUnderstated = own > 0 && onlyHere === 0 && notHere === missing[0];
  return {
    ...{ provider: all, here: own, matched: all - notHere, onlyHere },
    ...(isUnderstated ? { understated: notHere, notHere: 0 } : { understated: 0, notHere }),
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function createSum(): Sum {
  return { requests: null, usage: emptyUsage, costUsd: 0, here: emptyUsage, responses: 0, microUsd: 0 };
}
