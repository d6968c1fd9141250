import { findActiveBlock } from '../analytics/blocks.ts';
import { collectBurnMinutes } from '../analytics/burn-rate.ts';
import { holdParts } from '../forecast/hold-parts.ts';
import { joinAnchors, type BlockAnchors } from '../limits/block-anchors.ts';
import { listInUse } from '../limits/accounts.ts';
import { isStopped } from '../limits/is-stopped.ts';
import { toLimitWindows } from '../limits/windows.ts';
import type { WorkWeek } from '../limits/work-week.ts';
import { summarizePeriods } from '../analytics/periods.ts';
import { findBlockLimit } from '../analytics/block-limits.ts';
import type { RollingUsage } from '../analytics/rolling-usage.ts';
import { compareSessions } from '../analytics/session-usage.ts';
import type { Baseline } from '../domain/baseline.ts';
import type { Block } from '../domain/block.ts';
import type { RecentBurn } from '../domain/burn-rate.ts';
import type { Calendar } from '../domain/calendar-day.ts';
import type { SourceId } from '../domain/ids.ts';
import { dayMs, floorTo, hourMs, minuteMs, quarterHourMs } from '../domain/instant.ts';
import { usualPlan } from '../domain/plan.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { Anomaly, LimitForecast, TotalForecast } from '../domain/forecast.ts';
import { noLimitChanges, type LimitChanges } from '../domain/limit-change.ts';
import type { LimitReading, LimitWindow } from '../domain/limit-window.ts';
import type { AgentProcess } from '../domain/agent-process.ts';
import type { SessionSummary } from '../domain/session.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { toAgentSource } from '../processes/agents.ts';
import type { Settings } from '../settings/schema.ts';
import { listPlans } from '../sources/list-plans.ts';
import type { ActiveBlock, RunningSession, SnapshotSections } from './app-snapshot.ts';
import { toLimitsSection } from './outlook.ts';

/** A session that wrote within this time is active. */
export const atWorkMs = 5 * minuteMs;
/** A session stays listed for this long after its last event. */
export const listedMs = hourMs;
const maxSessions = 12;

/** Inputs of the sections derived from usage. */
export interface LiveInput {
  /** The last days, in one-minute slices, priced by `book`. */
  readonly usage: RollingUsage;
  readonly readings: readonly LimitReading[];
  /** The ends of five-hour windows that providers reported in these days. */
  readonly pastAnchors: BlockAnchors;
  readonly agents: readonly AgentProcess[];
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly book: PriceBook;
  /** When the person works, for the pace of limits. */
  readonly week: WorkWeek;
  readonly nowMs: number;
  /** Since when the logs are known without a gap, UTC milliseconds; null while they are being read. */
  readonly coverageFromMs: number | null;
  /** Null while the logs are being read: a part of the past says nothing. */
  readonly forecasts: LiveForecasts | null;
  /** What completed blocks usually hold, given the active ones. Only called for the plan that uses it. */
  readonly baselines: (active: readonly Block[]) => readonly Baseline[];
}

/** What the sections ask of forecasts. */
export interface LiveForecasts {
  block(active: Omit<ActiveBlock, 'forecast'>, nowMs: number): TotalForecast | null;
  /** `sinceTokens`: used since the last full quarter of an hour, by all sources or by the window's. */
  period(kind: 'day' | 'week', nowMs: number, sinceTokens: number): TotalForecast | null;
  limit(window: LimitWindow, nowMs: number, sinceTokens: number): LimitForecast | null;
  anomalies(nowMs: number): readonly Anomaly[];
  limitChanges(windows: readonly LimitWindow[], nowMs: number): LimitChanges;
}

/**
 * Builds the sections derived from usage. Pure: the same input gives the same sections, and time alone changes them
 * only at the instants given by `toNextBoundary`.
 */
export function buildLiveSections(
  input: LiveInput,
): Pick<SnapshotSections, 'blocks' | 'limits' | 'usage' | 'burn' | 'sessions'> {
  const { usage, calendar, nowMs } = input;
  const { currency, costMode } = input.settings;
  const windows = toLimitWindows(input.readings, nowMs, input);
  const quarter = measureQuarter(input);
  const blocks = findActiveBlocks(input, windows);
  return {
    blocks,
    limits: toLimitsSection(windows, forecastLimits(input, windows, quarter)),
    usage: {
      timeZone: calendar.timeZone,
      calendar: input.settings.calendar,
      currency,
      costMode,
      ...summarizePeriods(usage.timelines(), calendar, nowMs),
      forecasts: forecastPeriods(input, blocks, quarter),
      anomalies: input.forecasts?.anomalies(nowMs) ?? [],
      limitChanges: input.forecasts?.limitChanges(windows, nowMs) ?? noLimitChanges,
    },
    burn: toRecentBurn(input),
    sessions: findRunningSessions(input),
  };
}

/**
 * The minutes of usage from which burn rates are computed: the hour up to the newest minute with usage, however long ago
 * it was, and of usage that is dated ahead of this clock the first hour. So they change with usage, not with time.
 */
function toRecentBurn({ usage, book, nowMs, coverageFromMs }: LiveInput): RecentBurn {
  const timelines = usage.timelines().map(([, timeline]) => timeline);
  const minuteEndMs = floorTo(nowMs, minuteMs) + minuteMs;
  const newestMs = Math.max(...timelines.map((timeline) => timeline.lastBefore(minuteEndMs) ?? -Infinity));
  const aheadMs = Math.min(...timelines.map((timeline) => timeline.firstAtOrAfter(minuteEndMs) ?? Infinity));
  const cells = timelines.flatMap((timeline) => [
    ...(newestMs === -Infinity ? [] : timeline.cellsBetween(floorTo(newestMs, minuteMs) - hourMs, minuteEndMs)),
    ...(aheadMs === Infinity ? [] : timeline.cellsBetween(minuteEndMs, floorTo(aheadMs, minuteMs) + hourMs)),
  ]);
  return { minutes: collectBurnMinutes(cells, book), coverageFromMs };
}

/** What was used in the quarter of an hour that runs, by source. It changes with usage, not with time. */
interface Quarter {
  readonly startMs: number;
  /** The newest minute of usage in it; its start when there is none. */
  readonly newestMs: number;
  readonly tokens: ReadonlyMap<SourceId, number>;
}

function measureQuarter({ usage, nowMs, forecasts }: LiveInput): Quarter {
  const startMs = floorTo(nowMs, quarterHourMs);
  const tokens = new Map<SourceId, number>();
  let newestMs = startMs;
  // Not needed without forecasts.
  for (const [source, timeline] of forecasts === null ? [] : usage.timelines()) {
    for (const { firstAtMs, usage: used } of timeline.cellsBetween(startMs, floorTo(nowMs, minuteMs) + minuteMs)) {
      tokens.set(source, (tokens.get(source) ?? 0) + totalTokens(used));
      newestMs = Math.max(newestMs, floorTo(firstAtMs, minuteMs));
    }
  }
  return { startMs, newestMs: Math.min(newestMs, nowMs), tokens };
}

/** The day and the week of all sources, as of the newest usage. */
function forecastPeriods(
  { forecasts }: LiveInput,
  blocks: readonly ActiveBlock[],
  { newestMs, tokens }: Quarter,
): readonly TotalForecast[] {
  if (forecasts === null) return [];
  const used = [...tokens.values()].reduce((sum, each) => sum + each, 0);
  const periods = (['day', 'week'] as const).map((kind) => forecasts.period(kind, newestMs, used));
  return holdParts(
    blocks.map(({ forecast }) => forecast),
    periods,
  );
}

/** As of the newest reading or usage in the quarter of an hour that runs: the newer of the two says more. */
function forecastLimits(
  { forecasts, nowMs }: LiveInput,
  windows: readonly LimitWindow[],
  { newestMs, tokens }: Quarter,
): readonly LimitForecast[] {
  return listInUse(windows)
    .map((window) => {
      const atMs = Math.min(nowMs, Math.max(newestMs, window.observedAtMs));
      return forecasts?.limit(window, atMs, tokens.get(window.source) ?? 0) ?? null;
    })
    .filter((forecast) => forecast !== null);
}

/** The active block of every source that has one, ordered by source name. */
export function findActiveBlocks(input: LiveInput, windows: readonly LimitWindow[]): readonly ActiveBlock[] {
  const options = { nowMs: input.nowMs, book: input.book, anchorResetsMs: joinAnchors(input.pastAnchors, windows) };
  const plans = listPlans();
  const blocks = input.usage
    .timelines()
    .map(([source, timeline]) => findActiveBlock(source, timeline, options))
    .filter((block) => block !== null);
  const baselines = input.settings.plan === usualPlan ? input.baselines(blocks) : [];
  return blocks
    .map((block) => ({ source: block.source, block, limit: findBlockLimit(block, input.settings, plans, baselines) }))
    .map((active) => ({ ...active, forecast: forecastBlock(input, active, windows) }));
}

function forecastBlock(
  { forecasts, nowMs }: LiveInput,
  active: Omit<ActiveBlock, 'forecast'>,
  windows: readonly LimitWindow[],
): TotalForecast | null {
  if (forecasts === null || isStopped(active.block, windows)) return null;
  return forecasts.block(active, nowMs);
}

/** Sessions that were active within the last hour, or whose agent still runs in their folder; newest first. */
function findRunningSessions({ usage, agents, nowMs }: LiveInput): readonly RunningSession[] {
  const sessions = usage.sessions().filter((session) => session.lastAtMs > nowMs - dayMs);
  const newestIn = new Set<string>();
  return sessions
    .sort(compareSessions)
    .map((session) => {
      const place = JSON.stringify([session.source, session.project]);
      const isNewest = !newestIn.has(place);
      newestIn.add(place);
      const hasProcess = agents.some((agent) => runsSession(agent, session, isNewest));
      return { ...session, isRunning: hasProcess || nowMs - session.lastAtMs < atWorkMs };
    })
    .filter((session) => session.isRunning || nowMs - session.lastAtMs < listedMs)
    .slice(0, maxSessions)
    .map((session) => ({ ...session, ...usage.pulseOf(session) }));
}

/**
 * Whether an agent works on a session: it was joined with it, or, if it was joined with none, it runs in the folder of
 * which this is the newest session, and had started by the time the session last wrote.
 */
function runsSession(agent: AgentProcess, session: SessionSummary, isNewest: boolean): boolean {
  if (agent.session !== null) {
    return agent.session.source === session.source && agent.session.sessionId === session.sessionId;
  }
  return (
    isNewest &&
    agent.cwd !== null &&
    agent.cwd === session.project &&
    toAgentSource(agent.agent) === session.source &&
    agent.startedAtMs <= session.lastAtMs
  );
}
