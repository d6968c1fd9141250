import type { LimitReading } from '../../shared/domain/limit-window.ts';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import { addUsage, emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import type { UsageCell } from '../../shared/domain/usage-cell.ts';
import type { LedgerEntry } from '../../shared/ledger/ledger-contents.ts';
import type { GoldenEvent, GoldenLimit, GoldenSum, GoldenTokens } from './golden-cases.ts';

/** A response in a ledger, as the golden suite writes it; without the id, which a ledger keeps only as a hash. */
export function toGoldenEvent({ event, isReplay }: LedgerEntry): Omit<GoldenEvent, 'id'> {
  return {
    session: event.profile.sessionId,
    project: event.profile.project,
    model: event.profile.model,
    provider: event.profile.provider,
    at: new Date(event.atMs).toISOString(),
    tokens: toGoldenTokens(event.usage),
    state: isReplay ? 'replay' : 'counted',
    finished: event.isFinal,
    sidechain: event.profile.isSidechain,
    ...(event.profile.branch === null ? {} : { branch: event.profile.branch }),
    ...(event.profile.entrypoint === null ? {} : { entrypoint: event.profile.entrypoint }),
    ...(event.profile.agentVersion === null ? {} : { agentVersion: event.profile.agentVersion }),
    ...(event.profile.account === null ? {} : { account: event.profile.account }),
    ...(event.profile.subagent === null ? {} : { subagent: event.profile.subagent }),
    ...(event.profile.parentSession === null ? {} : { parentSession: event.profile.parentSession }),
    ...(event.profile.speed === 'standard' ? {} : { speed: event.profile.speed }),
    ...(event.profile.tier === 'standard' ? {} : { tier: event.profile.tier }),
    ...(event.profile.isRegional ? { regional: true as const } : {}),
    ...(event.profile.isSum ? { sum: true as const } : {}),
    ...(event.profile.origin === 'log' ? {} : { origin: event.profile.origin }),
    ...(event.webSearchRequests === 0 ? {} : { webSearches: event.webSearchRequests }),
    ...(event.loggedCostMicroUsd === null ? {} : { loggedCostUsd: event.loggedCostMicroUsd / 1e6 }),
  };
}

/** Sorts events by their contents alone. */
export function sortGoldenEvents<Event extends Omit<GoldenEvent, 'id'>>(events: readonly Event[]): readonly Event[] {
  const toText = (event: Event): string => JSON.stringify(Object.entries(event).sort());
  return events.toSorted((left, right) => (toText(left) < toText(right) ? -1 : 1));
}

/** Sums cells as the suite writes it. */
export function toGoldenSum(cells: readonly UsageCell[]): GoldenSum {
  return {
    responses: cells.reduce((sum, { events }) => sum + events, 0),
    tokens: toGoldenTokens(cells.reduce((sum, { usage }) => addUsage(sum, usage), emptyUsage)),
  };
}

/** Sums cells by something that all responses of a cell have in common. */
export function sumCellsBy(
  cells: readonly UsageCell[],
  keyOf: (cell: UsageCell) => string,
): Readonly<Record<string, GoldenSum>> {
  const groups = new Map<string, UsageCell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return Object.fromEntries([...groups].map(([key, group]) => [key, toGoldenSum(group)]));
}

/** Sums cells by day in a time zone. */
export function sumCellsByDay(cells: readonly UsageCell[], timeZone: string): Readonly<Record<string, GoldenSum>> {
  const { dayOf } = createCalendar(timeZone);
  return sumCellsBy(cells, ({ startMs }) => dayOf(startMs));
}

/** A limit reading as the suite writes it. */
export function toGoldenLimit(reading: LimitReading): GoldenLimit {
  return {
    limitId: reading.id.name,
    limitName: reading.label,
    windowMinutes: reading.windowMinutes,
    usedPercent: reading.usedPercent,
    resetsAt: reading.resetsAtMs === null ? null : new Date(reading.resetsAtMs).toISOString(),
    plan: reading.planType,
    observedAt: new Date(reading.observedAtMs).toISOString(),
  };
}

function toGoldenTokens(usage: TokenUsage): GoldenTokens {
  return {
    input: usage.inputTokens,
    cacheWrite5m: usage.cacheCreation5mTokens,
    cacheWrite1h: usage.cacheCreation1hTokens,
    cacheRead: usage.cacheReadTokens,
    output: usage.outputTokens,
    reasoning: usage.reasoningTokens,
  };
}
