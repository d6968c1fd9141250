import { addDays, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import { quarterHourMs } from '../domain/instant.ts';
import type { EventStore } from '../ports/event-store.ts';
import { importedHistory } from '../sources/imported-history/descriptor.ts';
import { toHistoryAgent } from '../sources/imported-history/entrypoint.ts';

/** Where to look, UTC milliseconds, both inclusive. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Days by agent. */
export type AgentDays = ReadonlyMap<string, ReadonlySet<DayKey>>;

/**
 * The days for which the ledger holds both a sum that another tool kept and usage of the same agent from its own logs:
 * the sum would count them twice. Looks at the days of a span, or (null) at all.
 */
export function findSupersededDays(
  store: Pick<EventStore, 'cells' | 'sums'>,
  calendar: Calendar,
  span: Span | null,
): AgentDays {
  const found = new Map<string, ReadonlySet<DayKey>>();
  for (const [agent, days] of listSumDays(store, calendar, span)) {
    const counted = listOwnDays(store, calendar, agent, days);
    if (counted.size > 0) found.set(agent, counted);
  }
  return found;
}

/** The days that were filled with sums. */
function listSumDays(store: Pick<EventStore, 'cells'>, calendar: Calendar, span: Span | null): AgentDays {
  const found = new Map<string, Set<DayKey>>();
  const cells = store.cells({
    source: importedHistory.id,
    grainMs: quarterHourMs,
    ...(span !== null && {
      fromMs: calendar.startOf(calendar.dayOf(span.fromMs)),
      toMs: calendar.startOf(addDays(calendar.dayOf(span.toMs), 1)),
    }),
  });
  for (const { isSum, entrypoint, startMs } of cells) {
    const agent = isSum ? toHistoryAgent(entrypoint) : null;
    if (agent === null) continue;
    found.set(agent, (found.get(agent) ?? new Set()).add(calendar.dayOf(startMs)));
  }
  return found;
}

/** Those of the days of which an agent's own usage is known. */
function listOwnDays(
  store: Pick<EventStore, 'sums'>,
  calendar: Calendar,
  agent: string,
  days: ReadonlySet<DayKey>,
): ReadonlySet<DayKey> {
  const starts = [...days].sort().map((day) => calendar.startOf(day));
  const ends = [...days].sort().map((day) => calendar.startOf(addDays(day, 1)));
  const sums = store.sums({
    source: agent,
    fromMs: starts[0],
    toMs: ends.at(-1),
    boundariesMs: [...new Set([...starts, ...ends])].sort((left, right) => left - right),
    groupBy: [],
  });
  return new Set(sums.map(({ firstAtMs }) => calendar.dayOf(firstAtMs)).filter((day) => days.has(day)));
}
