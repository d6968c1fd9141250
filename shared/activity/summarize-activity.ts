import type { ActivityCategory, ActivityKind, ActivityRow } from '../domain/activity.ts';
import type { ActivitySum } from '../domain/activity-sums.ts';
import { hourMs } from '../domain/instant.ts';
import { groupBy } from '../lib/group-by.ts';

/** What is known about a site, an app or a tool besides its numbers. */
export interface ActivityEntry {
  readonly label: string;
  readonly category: ActivityCategory | null;
  /** An estimate in US dollars an hour of active use; null where there is none. */
  readonly usdPerHour: number | null;
}

/** Sums rows of one kind by name, the longest active first, then the most frequent. */
export function summarizeActivity(
  rows: readonly ActivityRow[],
  kind: ActivityKind,
  find: (name: string) => ActivityEntry | null,
): readonly ActivitySum[] {
  const counted = preferMeasured(rows.filter((row) => row.kind === kind));
  return [...groupBy(counted, ({ name }) => name)]
    .map(([name, own]) => toSum(name, own, find(name)))
    .sort((a, b) => b.activeMs - a.activeMs || b.count - a.count || (a.name < b.name ? -1 : 1));
}

/**
 * A browser with the extension says the same twice: what the extension measured counts, and the history only where the
 * extension has nothing in the same slot.
 */
function preferMeasured(rows: readonly ActivityRow[]): readonly ActivityRow[] {
  const toKey = ({ grainMs, startMs, name, via }: ActivityRow): string => JSON.stringify([grainMs, startMs, name, via]);
  const measured = new Set(rows.filter(({ origin }) => origin === 'extension').map(toKey));
  return rows.filter((row) => row.origin !== 'history' || !measured.has(toKey(row)));
}

function toSum(name: string, rows: readonly ActivityRow[], entry: ActivityEntry | null): ActivitySum {
  const sum = (value: (row: ActivityRow) => number): number => rows.reduce((total, row) => total + value(row), 0);
  const activeMs = sum((row) => row.activeMs);
  const usdPerHour = entry?.usdPerHour ?? null;
  const activeKind = toKind(rows);
  const isTimed = usdPerHour !== null && activeKind !== 'unknown';
  const timeMicroUsd = isTimed ? Math.round((activeMs / hourMs) * usdPerHour * 1e6) : null;
  return {
    name,
    label: entry?.label ?? name,
    category: entry?.category ?? null,
    via: [...new Set(rows.map(({ via }) => via))].filter((via) => via !== '').sort(),
    activeMs,
    activeKind,
    count: sum(({ count }) => count),
    undatedCount: sum(({ grainMs, count }) => (grainMs === 0 ? count : 0)),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    usdPerHour,
    costMicroUsd:
      timeMicroUsd ??
      toTokenCost(
        sum(({ inputTokens }) => inputTokens),
        sum(({ outputTokens }) => outputTokens),
      ),
  };
}

function toKind(rows: readonly ActivityRow[]): ActivitySum['activeKind'] {
  const active = rows.filter(({ activeMs }) => activeMs > 0);
  if (active.length === 0)
    return rows.some(({ kind }) => kind === 'command' || kind === 'api') ? 'unknown' : 'measured';
  return active.some(({ origin }) => origin === 'history') ? 'estimated' : 'measured';
}

/**
 * Dollars a million tokens: what ai-cost-observer falls back to (`estimate_cost` in its `token_tracker.py`). An extension
 * rarely sees which model answers, so this is a guess for all of them.
 */
const usdPerMillion = { input: 3, output: 15 };

/** A guess at what tokens cost; null where none were seen, which does not mean that there were none. */
function toTokenCost(inputTokens: number, outputTokens: number): number | null {
  if (inputTokens + outputTokens === 0) return null;
  return Math.round(inputTokens * usdPerMillion.input + outputTokens * usdPerMillion.output);
}
