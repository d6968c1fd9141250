import { noLimitChanges } from '../../shared/domain/limit-change.ts';
import { buildBlocks } from '../../shared/analytics/blocks.ts';
import { collectBurnMinutes } from '../../shared/analytics/burn-rate.ts';
import { joinAnchors } from '../../shared/limits/block-anchors.ts';
import { toLimitWindows } from '../../shared/limits/windows.ts';
import { findBlockLimit } from '../../shared/analytics/block-limits.ts';
import { summarizeSessions } from '../../shared/analytics/sessions.ts';
import { sumTotals } from '../../shared/analytics/totals.ts';
import { addDays, type Calendar, type DayKey, toWeekStart } from '../../shared/domain/calendar-day.ts';
import { dayMs, floorTo, hourMs, minuteMs } from '../../shared/domain/instant.ts';
import type { PeriodUsage } from '../../shared/domain/report.ts';
import type { SessionPulse, SessionSummary } from '../../shared/domain/session.ts';
import { totalTokens } from '../../shared/domain/token-usage.ts';
import type { UsageCell } from '../../shared/domain/usage-cell.ts';
import { compareValues } from '../../shared/lib/compare.ts';
import { groupBy } from '../../shared/lib/group-by.ts';
import type { PriceBook } from '../../shared/ports/price-book.ts';
import { listPlans } from '../../shared/sources/list-plans.ts';
import { toAgentSource } from '../../shared/processes/agents.ts';
import type { RunningSession } from '../../shared/snapshot/app-snapshot.ts';
import { atWorkMs, type buildLiveSections, listedMs, type LiveInput } from '../../shared/snapshot/live-sections.ts';

/** The same as a `LiveInput`, with plain cells. */
export interface OracleInput extends Omit<LiveInput, 'usage' | 'forecasts' | 'baselines'> {
  readonly cells: readonly UsageCell[];
}

/** The live sections, calculated in the simplest way from all cells: incremental sums must give the same. */
export function computeLiveSections(input: OracleInput): ReturnType<typeof buildLiveSections> {
  const { cells, calendar, book, nowMs, settings } = input;
  const windows = toLimitWindows(input.readings, nowMs, input);
  const today = calendar.dayOf(nowMs);
  return {
    blocks: buildBlocks(cells, { nowMs, book, anchorResetsMs: joinAnchors(input.pastAnchors, windows) })
      .filter((block) => block.kind === 'active')
      .sort((left, right) => compareValues(left.source, right.source))
      .map((block) => ({
        source: block.source,
        block,
        limit: findBlockLimit(block, settings, listPlans(), []),
        forecast: null,
      })),
    limits: { forecasts: [], windows },
    usage: {
      timeZone: calendar.timeZone,
      calendar: settings.calendar,
      currency: settings.currency,
      costMode: settings.costMode,
      today: sumPeriod(cells, today, today, calendar, book),
      week: sumPeriod(cells, toWeekStart(today, calendar), today, calendar, book),
      forecasts: [],
      anomalies: [],
      limitChanges: noLimitChanges,
    },
    burn: { minutes: collectBurnMinutes(findBurnCells(input), book), coverageFromMs: input.coverageFromMs },
    sessions: listSessions(input),
  };
}

/** The hour up to the newest minute that has begun, and the hour from the first that has not. */
function findBurnCells({ cells, nowMs }: OracleInput): readonly UsageCell[] {
  const toMinute = ({ firstAtMs }: UsageCell): number => floorTo(firstAtMs, minuteMs);
  const [begun, ahead] = [
    cells.filter((cell) => toMinute(cell) <= nowMs),
    cells.filter((cell) => toMinute(cell) > nowMs),
  ];
  const newestMs = Math.max(...begun.map(toMinute));
  const nextMs = Math.min(...ahead.map(toMinute));
  return [
    ...begun.filter((cell) => toMinute(cell) >= newestMs - hourMs),
    ...ahead.filter((cell) => toMinute(cell) < nextMs + hourMs),
  ];
}

function sumPeriod(
  cells: readonly UsageCell[],
  since: DayKey,
  until: DayKey,
  calendar: Calendar,
  book: PriceBook,
): PeriodUsage {
  const fromMs = calendar.startOf(since);
  const toMs = calendar.startOf(addDays(until, 1));
  const within = cells.filter(({ firstAtMs }) => firstAtMs >= fromMs && firstAtMs < toMs);
  const bySource = [...groupBy(within, ({ source }) => source)].sort(([a], [b]) => compareValues(a, b));
  return {
    since,
    until,
    totals: sumTotals(within, book),
    bySource: bySource.map(([source, ofSource]) => ({ source, ...sumTotals(ofSource, book) })),
  };
}

function listSessions({ cells, agents, book, nowMs }: OracleInput): readonly RunningSession[] {
  const recent = summarizeSessions(cells, book).filter(({ lastAtMs }) => lastAtMs > nowMs - dayMs);
  return recent
    .map((session, index) => {
      const isNewest = !recent
        .slice(0, index)
        .some(({ source, project }) => source === session.source && project === session.project);
      const hasProcess = agents.some(
        ({ agent, cwd, startedAtMs }) =>
          cwd !== null &&
          cwd === session.project &&
          toAgentSource(agent) === session.source &&
          startedAtMs <= session.lastAtMs,
      );
      return { ...session, isRunning: (isNewest && hasProcess) || nowMs - session.lastAtMs < atWorkMs };
    })
    .filter(({ isRunning, lastAtMs }) => isRunning || nowMs - lastAtMs < listedMs)
    .slice(0, 12)
    .map((session) => ({ ...session, ...toPulse(cells, session) }));
}

/** What it did in the quarter of an hour up to its newest minute; see `SessionPulse`. */
function toPulse(cells: readonly UsageCell[], { source, sessionId, lastAtMs }: SessionSummary): SessionPulse {
  const own = cells.filter((cell) => cell.source === source && cell.sessionId === sessionId);
  const newestMs = floorTo(lastAtMs, minuteMs);
  const minutes = Array.from({ length: 15 }, (_, index) => newestMs - (14 - index) * minuteMs)
    .map((startMs) => ({ startMs, within: own.filter((cell) => cell.startMs === startMs) }))
    .filter(({ within }) => within.length > 0)
    .map(({ startMs, within }) => ({
      startMs,
      tokens: within.reduce((sum, { usage }) => sum + totalTokens(usage), 0),
    }));
  const asked = own.filter(({ isSidechain }) => !isSidechain).sort((left, right) => right.startMs - left.startMs);
  const prompts = asked
    .filter(({ startMs }) => startMs === asked[0]?.startMs)
    .map(({ usage, events }) => Math.round((totalTokens(usage) - usage.outputTokens) / events));
  const [parent = null] = own.flatMap(({ parentSession }) => parentSession ?? []).sort();
  const byOthers = own.filter(({ isSidechain }) => isSidechain);
  return {
    contextTokens: prompts.length === 0 ? null : Math.max(...prompts),
    minutes,
    subagents: {
      parentId: parent,
      named: new Set(byOthers.flatMap(({ subagent }) => subagent ?? [])).size,
      hasUnnamed: parent === null && byOthers.some(({ subagent }) => subagent === null),
    },
  };
}
