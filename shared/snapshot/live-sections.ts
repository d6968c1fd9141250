import { buildBlocks } from '../analytics/blocks.ts';
import { measureBurnRates } from '../analytics/burn-rate.ts';
import { groupBy } from '../lib/group-by.ts';
import { findBindingWindow, toLimitWindows } from '../analytics/limits.ts';
import { summarizePeriods } from '../analytics/periods.ts';
import { findBlockLimit } from '../analytics/plans.ts';
import { projectBlock } from '../analytics/projection.ts';
import { summarizeSessions } from '../analytics/sessions.ts';
import { blockMs } from '../domain/block.ts';
import { type BurnRate, unknownRate } from '../domain/burn-rate.ts';
import type { Calendar } from '../domain/calendar-day.ts';
import type { SourceId } from '../domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '../domain/instant.ts';
import type { LimitReading, LimitWindow } from '../domain/limit-window.ts';
import type { AgentProcess } from '../domain/process-sample.ts';
import type { SessionSummary } from '../domain/session.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { toAgentSource } from '../processes/agents.ts';
import type { Settings } from '../settings/schema.ts';
import type { ActiveBlock, RunningSession, SnapshotSections } from './app-snapshot.ts';

/** A session that wrote within this time is at work. */
const atWorkMs = 5 * minuteMs;
/** So long after the first event of an hour its rate may be looked ahead by. */
const settledMs = 10 * minuteMs;
/** A session stays listed for so long after its last event. */
const listedMs = hourMs;
const mostSessions = 12;

/** What the sections that follow from usage are made of. */
export interface LiveInput {
  /** The last days' cells, minute by minute, in order. */
  readonly cells: readonly UsageCell[];
  readonly readings: readonly LimitReading[];
  readonly agents: readonly AgentProcess[];
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly book: PriceBook;
  readonly nowMs: number;
  /** Since when the logs are known without a hole, UTC milliseconds; null while they are being read. */
  readonly coverageFromMs: number | null;
}

/** Builds the sections that follow from usage and from the time. Pure: the same input gives the same sections. */
export function buildLiveSections(
  input: LiveInput,
): Pick<SnapshotSections, 'blocks' | 'limits' | 'usage' | 'burn' | 'sessions'> {
  const { cells, calendar, book, nowMs } = input;
  const { currency, costMode } = input.settings;
  const windows = toLimitWindows(input.readings, nowMs);
  return {
    blocks: findActiveBlocks(input, windows),
    limits: { windows, binding: findBindingWindow(windows) },
    usage: { timeZone: calendar.timeZone, currency, costMode, ...summarizePeriods(cells, calendar, book, nowMs) },
    burn: { rates: measureBurnRates(cells, input) },
    sessions: findRunningSessions(input),
  };
}

/** When the running five-hour window of each source ends, as far as its provider told; a reset does not grow stale. */
export function toAnchors(windows: readonly LimitWindow[]): ReadonlyMap<SourceId, number> {
  const anchors = new Map<SourceId, number>();
  for (const { source, windowMinutes, resetsAtMs } of windows) {
    if (windowMinutes * minuteMs === blockMs && resetsAtMs !== null) {
      anchors.set(source, Math.max(resetsAtMs, anchors.get(source) ?? 0));
    }
  }
  return anchors;
}

/** The active block of every source that has one, with its outlook. */
export function findActiveBlocks(input: LiveInput, windows: readonly LimitWindow[]): readonly ActiveBlock[] {
  const { cells, nowMs, settings } = input;
  const bySource = groupBy(cells, (cell) => cell.source);
  return buildBlocks(cells, { ...input, anchorResetMs: toAnchors(windows) })
    .filter((block) => block.kind === 'active')
    .map((block) => {
      const limit = findBlockLimit(block, settings);
      const rate = findSettledRate(bySource.get(block.source) ?? [], input);
      return { source: block.source, block, limit, ...projectBlock(block, rate, limit, nowMs) };
    });
}

/** The last hour's rate, once there is enough of it to look ahead by; a first minute's burst says nothing of hours. */
function findSettledRate(cells: readonly UsageCell[], input: LiveInput): BurnRate {
  const { nowMs, coverageFromMs } = input;
  const isSettled = cells.some((cell) => cell.firstAtMs > nowMs - hourMs && cell.firstAtMs <= nowMs - settledMs);
  const rates = measureBurnRates(cells, { ...input, coverageFromMs: isSettled ? coverageFromMs : null });
  return rates.find((rate) => rate.windowMinutes === 60) ?? unknownRate(60);
}

/** Sessions that were at work within the last hour, or whose agent still runs in their folder; newest first. */
function findRunningSessions({ cells, agents, book, nowMs }: LiveInput): readonly RunningSession[] {
  const recent = new Set(cells.filter((cell) => cell.lastAtMs > nowMs - dayMs).map((cell) => cell.sessionId));
  const sessions = summarizeSessions(
    cells.filter((cell) => recent.has(cell.sessionId)),
    book,
  );
  const newestIn = new Set<string>();
  return sessions
    .map((session) => {
      const place = JSON.stringify([session.source, session.project]);
      const isNewest = !newestIn.has(place);
      newestIn.add(place);
      const hasProcess = isNewest && agents.some((agent) => runsSession(agent, session));
      return { ...session, isRunning: hasProcess || nowMs - session.lastAtMs < atWorkMs };
    })
    .filter((session) => session.isRunning || nowMs - session.lastAtMs < listedMs)
    .slice(0, mostSessions);
}

/** The agent of the session's source runs in its folder, and had started when the session last wrote. */
function runsSession(agent: AgentProcess, session: SessionSummary): boolean {
  return (
    agent.cwd !== null &&
    agent.cwd === session.project &&
    toAgentSource(agent.agent) === session.source &&
    agent.startedAtMs <= session.lastAtMs
  );
}
