import type { ReportRow, UsageTotals } from '../domain/report.ts';
import { emptyUsage, tokenClasses, type TokenUsage } from '../domain/token-usage.ts';

/** A row of a report, and what was added to it since an earlier one. */
export interface GrownRow {
  readonly row: ReportRow;
  readonly added: UsageTotals;
}

/**
 * How much the rows of a report have grown between two answers to the same query; rows that did not grow are left out.
 * The cost is null where that of the later row is. A row that shrank, because a duplicate was recognised meanwhile, has
 * not grown.
 */
export function findGrowth(before: readonly ReportRow[], after: readonly ReportRow[]): readonly GrownRow[] {
  const known = new Map(before.map((row) => [toRowId(row), row]));
  return after.flatMap((row) => {
    const added = subtract(row, known.get(toRowId(row)) ?? null);
    return added.events > 0 || tokenClasses.some((name) => added.usage[name] > 0) ? [{ row, added }] : [];
  });
}

function toRowId({ key, alsoKeys = [], source, split }: ReportRow): string {
  return JSON.stringify([key, alsoKeys, source, split]);
}

function subtract(after: UsageTotals, before: UsageTotals | null): UsageTotals {
  const { costMicroUsd, unpricedModels } = after;
  return {
    events: Math.max(0, after.events - (before?.events ?? 0)),
    unfinishedEvents: Math.max(0, after.unfinishedEvents - (before?.unfinishedEvents ?? 0)),
    usage: subtractUsage(after.usage, before?.usage ?? emptyUsage),
    costMicroUsd: costMicroUsd === null ? null : Math.max(0, costMicroUsd - (before?.costMicroUsd ?? 0)),
    unpricedModels,
  };
}

function subtractUsage(after: TokenUsage, before: TokenUsage): TokenUsage {
  const added = { ...emptyUsage };
  for (const name of Object.keys(emptyUsage) as readonly (keyof TokenUsage)[]) {
    Object.assign(added, { [name]: Math.max(0, after[name] - before[name]) });
  }
  return added;
}
