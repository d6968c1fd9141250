import type { ComparedRow, Comparison } from '../domain/comparison.ts';
import type { Report } from '../domain/report.ts';
import { totalTokens } from '../domain/token-usage.ts';
import { compareValues } from '../lib/compare.ts';

/** Puts two reports by the same key side by side; rows of the same key and source are one. */
export function compareReports(left: Report, right: Report): Comparison {
  const rows = new Map<string, ComparedRow>();
  for (const [side, report] of [
    ['left', left],
    ['right', right],
  ] as const) {
    for (const row of report.rows) {
      const { key, source, events, unfinishedEvents, usage, costMicroUsd, unpricedModels } = row;
      const id = JSON.stringify([key, source]);
      const held = rows.get(id) ?? { key, source, left: null, right: null };
      rows.set(id, { ...held, [side]: { events, unfinishedEvents, usage, costMicroUsd, unpricedModels } });
    }
  }
  return {
    generatedAtMs: right.generatedAtMs,
    timeZone: right.timeZone,
    left: left.totals,
    right: right.totals,
    rows: [...rows.values()].sort(
      (a, b) =>
        Math.abs(changeOf(b)) - Math.abs(changeOf(a)) ||
        compareValues(a.source, b.source) ||
        compareValues(a.key ?? '', b.key ?? ''),
    ),
  };
}

function changeOf({ left, right }: ComparedRow): number {
  return (right === null ? 0 : totalTokens(right.usage)) - (left === null ? 0 : totalTokens(left.usage));
}
