import type { HistoryUse } from '../sources/lib/imported-uses/history-use.ts';
import type { HistoryImporter } from './history-import.ts';
import { createOverlap, toSumSpan } from './sum-span.ts';

/** What other sources know about the days of sums. */
export interface KnownUsage {
  /** Whether the day of a sum was counted from the agent's own logs. */
  isCounted(use: HistoryUse): boolean;
  /** Whether another tool's import has usage of the agent in the day of a sum. */
  isImported(use: HistoryUse): boolean;
  /** The first usage in an agent's own logs, UTC milliseconds; null without any. */
  firstCountedMs(agent: string): number | null;
}

/** What may be kept, and what is left out by reason. */
export interface FilledDays {
  readonly uses: readonly HistoryUse[];
  readonly skips: Readonly<Record<string, number>>;
}

/**
 * Keeps all requests, which are merged by name, and of the sums only those of days that are known from nowhere else:
 * nothing is ever counted twice.
 */
export function fillDays(uses: readonly HistoryUse[], fills: HistoryImporter['fills'], known: KnownUsage): FilledDays {
  const skips: Record<string, number> = {};
  const reasonAgainst = (use: HistoryUse): string | null => {
    if (use.key !== null) return null;
    if (known.isCounted(use)) return 'day-counted';
    if (known.isImported(use)) return 'day-imported';
    const firstMs = known.firstCountedMs(use.agent);
    return fills === 'before-first' && firstMs !== null && use.atMs > firstMs ? 'after-first-log' : null;
  };
  const kept = uses.filter((use) => {
    const reason = reasonAgainst(use);
    if (reason !== null) skips[reason] = (skips[reason] ?? 0) + 1;
    return reason === null;
  });
  return { uses: kept, skips };
}

/**
 * Joins a tool's stored and new uses: one per id, the new one. Sums from before whose day overlaps a
 * new one without being the same go: the tool now counts days of another time zone, and has that usage in those.
 */
export function joinUses(before: readonly HistoryUse[], fresh: readonly HistoryUse[]): readonly HistoryUse[] {
  const sums = fresh.filter(({ key }) => key === null);
  const overlaps = createOverlap(sums);
  const toDay = (use: HistoryUse): string => `${toSumSpan(use).fromMs} ${use.agent}`;
  const days = new Set(sums.map(toDay));
  const kept = before.filter((use) => use.key !== null || days.has(toDay(use)) || !overlaps(use));
  return [...new Map([...kept, ...fresh].map((use) => [use.key ?? use.id, use])).values()];
}
