import { dayMs, quarterHourMs } from '../domain/instant.ts';
import type { EventStore } from '../ports/event-store.ts';
import { importedHistory } from '../sources/imported-history/descriptor.ts';
import { toHistoryAgent } from '../sources/imported-history/entrypoint.ts';
import type { HistoryUse } from '../sources/lib/imported-uses/history-use.ts';
import { toLongestSpan, toSumSpan, type TimeSpan } from './sum-span.ts';

/**
 * Whether the ledger holds a sum that another tool kept so near to usage of the same agent from its own logs that it may
 * count it twice. Looks at what may have changed within a span, or (null) at all.
 */
export function mayCountTwice(store: Pick<EventStore, 'cells' | 'sums'>, span: TimeSpan | null): boolean {
  return [...listSums(store, span)].some(([agent, instants]) => {
    const spans = [...instants].map(toLongestSpan);
    return findUsed(store, agent, spans).size > 0;
  });
}

/** The sums whose day, where they were imported, is known from the agent's own logs: they count it twice. */
export function findSuperseded(store: Pick<EventStore, 'sums'>, uses: Iterable<HistoryUse>): ReadonlySet<HistoryUse> {
  const byAgent = new Map<string, Map<TimeSpan, HistoryUse>>();
  for (const use of uses) {
    if (use.key !== null) continue;
    byAgent.set(use.agent, (byAgent.get(use.agent) ?? new Map()).set(toSumSpan(use), use));
  }
  const found = new Set<HistoryUse>();
  for (const [agent, sums] of byAgent) {
    for (const span of findUsed(store, agent, [...sums.keys()])) found.add(sums.get(span)!);
  }
  return found;
}

/** When the sums of each agent stand in the ledger. */
function listSums(store: Pick<EventStore, 'cells'>, span: TimeSpan | null): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  const cells = store.cells({
    source: importedHistory.id,
    grainMs: quarterHourMs,
    ...(span !== null && { fromMs: span.fromMs - dayMs, toMs: span.toMs + dayMs }),
  });
  for (const { isSum, entrypoint, startMs } of cells) {
    const agent = isSum ? toHistoryAgent(entrypoint) : null;
    if (agent !== null) found.set(agent, (found.get(agent) ?? new Set()).add(startMs));
  }
  return found;
}

/** Those of the spans in which an agent's own usage is known. */
function findUsed(store: Pick<EventStore, 'sums'>, agent: string, spans: readonly TimeSpan[]): ReadonlySet<TimeSpan> {
  const boundariesMs = [...new Set(spans.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  const sums = store.sums({
    ...{ source: agent, boundariesMs, groupBy: [] },
    ...{ fromMs: boundariesMs[0], toMs: boundariesMs.at(-1) },
  });
  // No sum crosses a boundary, so the first instant of each says which spans it lies in.
  const instants = sums.map(({ firstAtMs }) => firstAtMs).sort((a, b) => a - b);
  return new Set(spans.filter(({ fromMs, toMs }) => hasBetween(instants, fromMs, toMs)));
}

/** Whether one of the ascending instants lies in a span. */
function hasBetween(instants: readonly number[], fromMs: number, toMs: number): boolean {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle]! < fromMs) low = middle + 1;
    else high = middle;
  }
  const next = instants[low];
  return next !== undefined && next < toMs;
}
