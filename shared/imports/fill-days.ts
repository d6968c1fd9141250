import type { Calendar, DayKey } from '../domain/calendar-day.ts';
import type { HistoryUse } from '../sources/lib/imported-uses/history-use.ts';
import type { HistoryImporter } from './history-import.ts';

/** The days on which usage of an agent is known from elsewhere: our own count, or another tool's import. */
export interface KnownDays {
  /** Counted from the agent's own logs. */
  readonly counted: ReadonlySet<DayKey>;
  /** Imported from another tool. */
  readonly imported: ReadonlySet<DayKey>;
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
export function fillDays(
  uses: readonly HistoryUse[],
  fills: HistoryImporter['fills'],
  knownOf: (agent: string) => KnownDays,
  calendar: Calendar,
): FilledDays {
  const skips: Record<string, number> = {};
  const firstDays = new Map<string, DayKey | undefined>();
  const firstOf = (agent: string): DayKey | undefined => {
    if (!firstDays.has(agent)) firstDays.set(agent, [...knownOf(agent).counted].sort()[0]);
    return firstDays.get(agent);
  };
  const reasonAgainst = ({ key, agent, atMs }: HistoryUse): string | null => {
    if (key !== null) return null;
    const day = calendar.dayOf(atMs);
    const known = knownOf(agent);
    if (known.counted.has(day)) return 'day-counted';
    if (known.imported.has(day)) return 'day-imported';
    const first = firstOf(agent);
    return fills === 'before-first' && first !== undefined && day > first ? 'after-first-log' : null;
  };
  const kept = uses.filter((use) => {
    const reason = reasonAgainst(use);
    if (reason !== null) skips[reason] = (skips[reason] ?? 0) + 1;
    return reason === null;
  });
  return { uses: kept, skips };
}

/** One use for each id; the later ones win. */
export function joinUses(...lists: readonly (readonly HistoryUse[])[]): readonly HistoryUse[] {
  return [...new Map(lists.flat().map((use) => [use.key ?? use.id, use])).values()];
}
