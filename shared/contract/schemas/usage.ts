import * as v from 'valibot';
import type { PeriodUsage, UsageTotals } from '../../domain/report.ts';
import type { TokenUsage } from '../../domain/token-usage.ts';
import { costMicroUsd, count, day } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

export const tokenUsageSchema = schemaFor<TokenUsage>()(
  v.strictObject({
    inputTokens: count,
    cacheCreation5mTokens: count,
    cacheCreation1hTokens: count,
    cacheReadTokens: count,
    outputTokens: count,
    reasoningTokens: count,
  }),
);

/** The members of `UsageTotals`, for the objects that have them among others. */
export const usageTotalsEntries = {
  events: count,
  unfinishedEvents: count,
  usage: tokenUsageSchema,
  costMicroUsd,
  unpricedModels: v.array(v.string()),
};

export const usageTotalsSchema = schemaFor<UsageTotals>()(v.strictObject(usageTotalsEntries));

export const periodUsageSchema = schemaFor<PeriodUsage>()(
  v.strictObject({
    since: day,
    until: day,
    totals: usageTotalsSchema,
    bySource: listOf(v.strictObject({ source: v.string(), ...usageTotalsEntries })),
  }),
);
