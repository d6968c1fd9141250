import { createSubagentTree, findParentSession, listSubagents } from '../../../../shared/analytics/subagents.ts';
import { toSumQuery } from '../../../../shared/analytics/sum-queries.ts';
import { summarizeSession } from '../../../../shared/analytics/session-usage.ts';
import { toTimelineGrain, toTimelinePoints } from '../../../../shared/analytics/session-timeline.ts';
import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import { addDays } from '../../../../shared/domain/calendar-day.ts';
import { quarterHourMs, floorTo } from '../../../../shared/domain/instant.ts';
import type { SessionQuery } from '../../../../shared/domain/session-timeline.ts';
import type { UsageQuery } from '../../../../shared/domain/span-query.ts';
import type { Subagent } from '../../../../shared/domain/subagent.ts';
import { toLimitHistories } from '../../../../shared/limits/limit-history.ts';
import { toAgentSource } from '../../../../shared/processes/agents.ts';
import { nameProject } from '../project-names.ts';
import { readUsage, type UsageContext } from '../usage/read-usage.ts';

/** The handlers of questions about one session, and about limits, over time. */
export function createTimelineAnswers(context: UsageContext) {
  const { clock, ledger, preferences } = context;
  const readSubagents = (query: UsageQuery): readonly Subagent[] => {
    const book = preferences.book();
    const fields = ['sessionId', 'isSidechain', 'subagent', 'parentSession'] as const;
    const sums = toSumQuery(query, preferences.calendarOf(query.timeZone), book, fields);
    return listSubagents(readUsage(context, query, sums), book);
  };
  return {
    subagents(query: UsageQuery) {
      const { timeZone } = preferences.calendarOf(query.timeZone);
      return { generatedAtMs: clock.nowMs(), timeZone, rows: readSubagents(query) };
    },
    sessionTimeline: (session: SessionQuery) => readSessionTimeline(context, session, readSubagents),
    limitHistory({ since, until, timeZone, source }: ArgumentOf<EngineCalls, 'limitHistory'>) {
      const calendar = preferences.calendarOf(timeZone);
      const nowMs = clock.nowMs();
      const readings = ledger.store().limitReadings({
        fromMs: since === null ? 0 : calendar.startOf(since),
        toMs: until === null ? Number.MAX_SAFE_INTEGER : calendar.startOf(addDays(until, 1)),
      });
      const wanted = readings.filter((reading) => source === null || reading.source === source);
      return { generatedAtMs: nowMs, timeZone: calendar.timeZone, rows: toLimitHistories(wanted, nowMs) };
    },
  } satisfies Partial<Handlers<EngineCalls>>;
}

/** One session over time, with its subagents and processes; nothing but the head where the ledger does not know it. */
function readSessionTimeline(
  { clock, ledger, preferences }: UsageContext,
  { source, sessionId }: SessionQuery,
  readSubagents: (query: UsageQuery) => readonly Subagent[],
) {
  const head = { generatedAtMs: clock.nowMs(), timeZone: preferences.calendar().timeZone };
  const book = preferences.book();
  const store = ledger.store();
  const coarse = store.cells({ source, sessionId, grainMs: quarterHourMs });
  const session = summarizeSession(coarse, book);
  const none = { parentId: null, subagents: [], points: [], processes: [] };
  if (session === null) return { ...head, session, grainMs: quarterHourMs, ...none };
  const { firstAtMs, lastAtMs } = session;
  const grainMs = toTimelineGrain(lastAtMs - firstAtMs);
  const span = {
    fromMs: floorTo(firstAtMs, quarterHourMs),
    toMs: floorTo(lastAtMs, quarterHourMs) + quarterHourMs,
  };
  const cells = store.cells({ source, sessionId, grainMs, ...span });
  const processes = store
    .processUsage(span)
    .filter((row) => row.sessionId === sessionId && toAgentSource(row.agent) === source);
  const named = nameProject(preferences.projects(), session);
  const all = readSubagents({ since: null, until: null, timeZone: null, source });
  return {
    ...head,
    session: named,
    parentId: findParentSession(coarse),
    subagents: createSubagentTree(all).below({ source, sessionId }),
    grainMs,
    points: toTimelinePoints(cells, book),
    processes,
  };
}
