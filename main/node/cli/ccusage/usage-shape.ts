import { addTotals } from '../../../../shared/analytics/totals.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import type { ReportRow, UsageTotals } from '../../../../shared/domain/report.ts';
import { cacheCreationTokens, totalTokens } from '../../../../shared/domain/token-usage.ts';
import { compareValues } from '../../../../shared/lib/compare.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { sources } from '../../../../shared/sources/registry.ts';

// The JSON of ccusage 20, with its names and our numbers. Where they differ is in this folder's README.

/** Rows of a report that is split by model, each with its model as `split`. */
export type ModelRow = ReportRow;

/** ccusage's name of an agent; our own id for one that it does not know. */
export function toAgentName(source: SourceId): string {
  return sources.find(({ id }) => id === source)?.ccusage?.name ?? source;
}

/** Tokens of a row or a model. */
export function toTokenFields({ usage }: UsageTotals) {
  return {
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cacheCreationTokens: cacheCreationTokens(usage),
    cacheReadTokens: usage.cacheReadTokens,
  };
}

/** A sum of rows, with the cost under ccusage's usual name. */
function toSumFields(totals: UsageTotals) {
  return { ...toTokenFields(totals), totalTokens: totalTokens(totals.usage), totalCost: toUsd(totals.costMicroUsd) };
}

/** The sum of a report: also names models without a price, if there are any. */
export function toTotalFields(totals: UsageTotals) {
  const { unpricedModels } = totals;
  return { ...toSumFields(totals), ...(unpricedModels.length > 0 && { unpricedModels: [...unpricedModels].sort() }) };
}

/** A row with its models, the most expensive first. */
export function toUsageFields(rows: readonly ModelRow[]) {
  const models = [...groupBy(rows, ({ split }) => split ?? '')]
    .map(([modelName, parts]) => ({ modelName, totals: addTotals(parts) }))
    .sort(
      (a, b) => (b.totals.costMicroUsd ?? 0) - (a.totals.costMicroUsd ?? 0) || compareValues(a.modelName, b.modelName),
    );
  return {
    ...toSumFields(addTotals(rows)),
    modelsUsed: models.map(({ modelName }) => modelName).sort(),
    modelBreakdowns: models.map(({ modelName, totals }) => ({
      modelName,
      ...toTokenFields(totals),
      cost: toUsd(totals.costMicroUsd),
      ...(totals.unpricedModels.length > 0 && { missingPricing: true }),
    })),
  };
}

/** A row of an agent whose models are a map (ccusage's reports of Codex), and whose cost has another name. */
export function toMappedUsageFields(rows: readonly ModelRow[]) {
  const models = [...groupBy(rows, ({ split }) => split ?? '')].map(
    ([name, parts]) => [name, { ...toReasoningFields(addTotals(parts)), isFallback: false }] as const,
  );
  return { ...toMappedSumFields(addTotals(rows)), models: Object.fromEntries(models) };
}

/** The sum of such rows. */
export function toMappedSumFields(totals: UsageTotals) {
  return { ...toReasoningFields(totals), costUSD: toUsd(totals.costMicroUsd) };
}

function toReasoningFields(totals: UsageTotals) {
  return {
    ...toTokenFields(totals),
    reasoningOutputTokens: totals.usage.reasoningTokens,
    totalTokens: totalTokens(totals.usage),
  };
}
