import * as v from 'valibot';
import type { ValueRule } from '../../domain/call-failure.ts';
import type { ComparedRow, Comparison } from '../../domain/comparison.ts';
import { reportKeys } from '../../domain/report.ts';
import type { CacheCoach, CacheCosts, CacheHabit, WhatIf } from '../../domain/what-if.ts';
import { costMicroUsd, count, day, finite, instantMs } from './common.ts';
import { inOrder, isInOrder, usageQueryEntries } from './queries.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { usageTotalsSchema } from './usage.ts';

/** Which usage, and further models to price it as: exact names, one a line. */
export const whatIfQuerySchema = v.pipe(
  v.strictObject({
    ...usageQueryEntries,
    asModels: v.optional(v.pipe(v.string(), v.maxLength(10_000)), ''),
  }),
  inOrder(),
);

const cacheCostsSchema = schemaFor<CacheCosts>()(
  v.strictObject({
    listMicroUsd: costMicroUsd,
    withoutCacheMicroUsd: costMicroUsd,
    all5mMicroUsd: costMicroUsd,
    all1hMicroUsd: costMicroUsd,
    pricedShare: v.pipe(finite, v.minValue(0), v.maxValue(1)),
  }),
);

/** The same usage under other conditions. */
export const whatIfSchema = schemaFor<WhatIf>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    days: count,
    cache: cacheCostsSchema,
    models: v.array(v.strictObject({ model: v.string(), costMicroUsd, isUsed: v.boolean() })),
    plans: v.array(
      v.strictObject({
        source: v.string(),
        plan: v.string(),
        label: v.string(),
        monthlyUsd: finite,
        monthCostMicroUsd: costMicroUsd,
        unpricedModels: v.array(v.string()),
        knownFrom: v.nullable(v.picklist(['provider', 'setting'])),
      }),
    ),
  }),
);

const cacheHabitSchema = schemaFor<CacheHabit>()(
  v.strictObject({
    source: v.string(),
    model: v.string(),
    write5mTokens: count,
    write1hTokens: count,
    readTokens: count,
    freshTokens: count,
    rebuilds: count,
    rebuiltTokens: count,
    avoidableRebuilds: count,
    costs: cacheCostsSchema,
    lostMicroUsd: costMicroUsd,
    avoidableMicroUsd: costMicroUsd,
  }),
);

/** What the cache saved and lost. */
export const cacheCoachSchema = schemaFor<CacheCoach>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    since: v.nullable(day),
    rows: listOf(cacheHabitSchema),
  }),
);

/** Two ranges of days, both inclusive, and by what their usage is grouped. */
export const compareQuerySchema = v.pipe(
  v.strictObject({
    by: v.optional(v.picklist(reportKeys), 'project'),
    leftSince: day,
    leftUntil: day,
    rightSince: day,
    rightUntil: day,
    source: v.optional(v.nullable(v.string()), null),
  }),
  v.check(
    ({ leftSince, leftUntil, rightSince, rightUntil }) =>
      isInOrder(leftSince, leftUntil) && isInOrder(rightSince, rightUntil),
    'day-order' satisfies ValueRule,
  ),
);

const comparedRowSchema = schemaFor<ComparedRow>()(
  v.strictObject({
    key: v.nullable(v.string()),
    source: v.string(),
    left: v.nullable(usageTotalsSchema),
    right: v.nullable(usageTotalsSchema),
  }),
);

/** Two ranges side by side. */
export const comparisonSchema = schemaFor<Comparison>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    left: usageTotalsSchema,
    right: usageTotalsSchema,
    rows: listOf(comparedRowSchema),
  }),
);
