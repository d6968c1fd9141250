import { addDays, toUtcMs } from '../../shared/domain/calendar-day.ts';
import { compareReports } from '../../shared/analytics/compare-reports.ts';
import { addTotals } from '../../shared/analytics/totals.ts';
import type { ArgumentOf, HostCalls, Handlers } from '../../shared/contract/index.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/domain/instant.ts';
import type { HourOfWeek, HourUsage, SpanFigures } from '../../shared/domain/overview.ts';
import type { Report, ReportQuery, UsageTotals } from '../../shared/domain/report.ts';
import type { PlacedSubagent } from '../../shared/domain/subagent.ts';
import type { SessionTimeline, TimelinePoint } from '../../shared/domain/session-timeline.ts';
import type { UsageQuery } from '../../shared/domain/span-query.ts';
import { emptyUsage, totalTokens } from '../../shared/domain/token-usage.ts';
import { createFakeReport } from './fake-report.ts';
import { createFakeReconciliation } from './fake-reconciliation.ts';
import type { Scenario } from './fake-scenarios.ts';

type RangeCalls = Pick<
  Handlers<HostCalls>,
  | 'overview'
  | 'activity'
  | 'hours'
  | 'compare'
  | 'whatIf'
  | 'cacheCoach'
  | 'reconcile'
  | 'limitHistory'
  | 'sessionTimeline'
  | 'processHistory'
>;

/** Answers about ranges of days that agree with the fake reports. */
export function createFakeRanges(scenario: Scenario): RangeCalls {
  const { generatedAtMs, sections } = scenario.snapshot;
  const head = { generatedAtMs, timeZone: 'UTC' };
  const report = (query: UsageQuery, by: ReportQuery['by'] = 'day'): Report =>
    createFakeReport({ split: 'none', ...query, by }, scenario);
  const toFigures = (query: UsageQuery): SpanFigures => {
    const { totals, rows } = report(query);
    const isEmpty = totals.events === 0;
    const saved = totals.costMicroUsd === null ? null : totals.costMicroUsd * 4;
    return {
      totals,
      sessions: Math.ceil(rows.length * 1.4),
      projects: isEmpty ? 0 : 5,
      cacheSavedMicroUsd: saved,
      limitStops: isEmpty ? null : 2,
    };
  };
  return {
    overview(query) {
      const figures = toFigures(query);
      const bounds = toBounds(query, generatedAtMs);
      const length = Math.round((toUtcMs(bounds.until) - toUtcMs(bounds.since)) / dayMs) + 1;
      const before = { since: addDays(bounds.since, -length), until: addDays(bounds.since, -1) };
      const rows = createFakeReport({ ...query, by: 'month', split: 'model' }, scenario).rows;
      const places = [...new Set(rows.map(({ split }) => split))].map((model, index) => {
        const { source } = rows.find(({ split }) => split === model)!;
        const project = index === 2 ? null : `/home/ada/work/${['atlas', 'harbour-api', 'x', 'pebble'][index % 4]}`;
        return { source, model: model ?? '', project, ...addTotals(rows.filter(({ split }) => split === model)) };
      });
      return {
        ...head,
        ...bounds,
        figures,
        before: query.since === null ? null : toFigures({ ...query, ...before }),
        beforeUntilMs:
          query.since === null ? null : toUtcMs(addDays(before.until, 1)) - (dayMs - (generatedAtMs % dayMs)),
        places: places.sort((a, b) => (b.costMicroUsd ?? -1) - (a.costMicroUsd ?? -1)),
        otherPlaces: addTotals([]),
      };
    },
    activity: (query) => ({ ...head, ...toActivity(report(query).totals, generatedAtMs) }),
    hours(query) {
      const { rows, totals } = report(query);
      return {
        ...head,
        rows: rows.flatMap(({ key, source, ...row }) => toHours(toUtcMs(key ?? ''), source, row)),
        totals,
      };
    },
    compare: ({ by, leftSince, leftUntil, rightSince, rightUntil, source }) => {
      const query = { source, timeZone: null };
      return compareReports(
        report({ ...query, since: leftSince, until: leftUntil }, by),
        report({ ...query, since: rightSince, until: rightUntil }, by),
      );
    },
    whatIf: (query) => toWhatIf(query, report(query).totals, head),
    reconcile: (query) => createFakeReconciliation(report(query, 'day'), head),
    cacheCoach: (query) => ({
      ...head,
      since: query.since,
      rows: report(query).totals.events === 0 ? [] : [toHabit('claude-opus-4-6', 1), toHabit('claude-haiku-4-5', 0)],
    }),
    limitHistory: () => ({
      ...head,
      rows: sections.limits.windows.map(({ id, source, label, windowMinutes }, index) => {
        const lengthMs = (windowMinutes ?? 1_440) * minuteMs;
        const points = Array.from({ length: 240 }, (_, step) => {
          const atMs = generatedAtMs - (240 - step) * (lengthMs / 20);
          const phase = (step + index * 3) % 20;
          return {
            atMs,
            usedPercent: Math.min(100, phase * (4.2 + index)),
            resetsAtMs: atMs + (20 - phase) * (lengthMs / 20),
          };
        }).filter((_, step) => step < 90 || step > 120);
        return { id, source, label, windowMinutes, points, windows: 11, usedUp: index === 0 ? 2 : 0 };
      }),
    }),
    sessionTimeline: ({ source, sessionId }) => toTimeline(source, sessionId, generatedAtMs),
    processHistory: () => ({ generatedAtMs, rows: [] }),
  };
}

function toBounds({ since, until }: UsageQuery, nowMs: number) {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  return { since: since ?? addDays(today, -419), until: until ?? today };
}

function toActivity({ events }: UsageTotals, nowMs: number) {
  if (events === 0) return { hours: [], agentMinutes: 0, peak: null };
  const hours: HourOfWeek[] = [];
  for (let weekday = 0; weekday < 7; weekday += 1) {
    for (let hour = 8; hour < (weekday > 4 ? 13 : 23); hour += 1) {
      if ((hour * 7 + weekday * 3) % 5 === 0) continue;
      const tokens = Math.round(1e6 * (1 + Math.sin(hour / 2 + weekday)) + 4e5);
      hours.push({ weekday, hour, tokens, events: Math.round(tokens / 20_000), costMicroUsd: Math.round(tokens / 2) });
    }
  }
  return { hours, agentMinutes: 4_210, peak: { sessions: 5, atMs: nowMs - 3 * dayMs } };
}

/** A day's usage in three of its hours. */
function toHours(dayMsStart: number, source: string, row: UsageTotals): readonly HourUsage[] {
  const third = (value: number, part: number): number =>
    part < 2 ? Math.floor(value / 3) : value - 2 * Math.floor(value / 3);
  return [0, 1, 2].map((part) => ({
    startMs: dayMsStart + (9 + part * 3) * hourMs,
    source,
    events: third(row.events, part),
    unfinishedEvents: part === 0 ? row.unfinishedEvents : 0,
    usage: {
      inputTokens: third(row.usage.inputTokens, part),
      cacheCreation5mTokens: third(row.usage.cacheCreation5mTokens, part),
      cacheCreation1hTokens: third(row.usage.cacheCreation1hTokens, part),
      cacheReadTokens: third(row.usage.cacheReadTokens, part),
      outputTokens: third(row.usage.outputTokens, part),
      reasoningTokens: third(row.usage.reasoningTokens, part),
    },
    costMicroUsd: row.costMicroUsd === null ? null : third(row.costMicroUsd, part),
    unpricedModels: row.unpricedModels,
  }));
}

function toWhatIf(
  { asModels }: ArgumentOf<HostCalls, 'whatIf'>,
  { costMicroUsd, events }: UsageTotals,
  head: { generatedAtMs: number; timeZone: string },
) {
  const cost = costMicroUsd ?? 0;
  const used =
    events === 0
      ? []
      : [
          { model: 'claude-haiku-4-5', costMicroUsd: Math.round(cost / 5), isUsed: true },
          { model: 'claude-sonnet-4-6', costMicroUsd: Math.round(cost / 1.6), isUsed: true },
          { model: 'claude-opus-4-6', costMicroUsd: cost, isUsed: true },
        ];
  const asked = asModels
    .split('\n')
    .filter(Boolean)
    .map((model) => ({ model, costMicroUsd: null, isUsed: false }));
  const month = events === 0 ? null : cost;
  return {
    ...head,
    days: 30,
    cache: toCosts(cost),
    models: [...used, ...asked],
    plans: [
      {
        source: 'claude-code',
        plan: 'pro',
        label: 'Claude Pro',
        monthlyUsd: 20,
        monthCostMicroUsd: month,
        unpricedModels: [],
        knownFrom: null,
      },
      {
        source: 'claude-code',
        plan: 'max5',
        label: 'Claude Max 5×',
        monthlyUsd: 100,
        monthCostMicroUsd: month,
        unpricedModels: [],
        knownFrom: 'setting' as const,
      },
      {
        source: 'claude-code',
        plan: 'max20',
        label: 'Claude Max 20×',
        monthlyUsd: 200,
        monthCostMicroUsd: month,
        unpricedModels: [],
        knownFrom: null,
      },
    ],
  };
}

function toCosts(cost: number) {
  return {
    listMicroUsd: cost,
    withoutCacheMicroUsd: cost * 5,
    all5mMicroUsd: Math.round(cost * 0.93),
    all1hMicroUsd: Math.round(cost * 1.12),
    pricedShare: 0.97,
  };
}

function toHabit(model: string, index: number) {
  return {
    source: 'claude-code',
    model,
    write5mTokens: 41_000_000,
    write1hTokens: index * 9_000_000,
    readTokens: 612_000_000,
    freshTokens: 2_100_000,
    rebuilds: 31 * index,
    rebuiltTokens: 3_400_000 * index,
    avoidableRebuilds: 22 * index,
    costs: toCosts(212_000_000),
    lostMicroUsd: 19_550_000 * index,
    avoidableMicroUsd: 12_300_000 * index,
  };
}

/** Two subagents of a session, and one that has a session of its own and a subagent itself. */
function toSubagents(source: string, sessionId: string, points: readonly TimelinePoint[]): readonly PlacedSubagent[] {
  const base = {
    source,
    sessionId,
    isSession: false,
    models: ['claude-haiku-4-5'],
    firstAtMs: points[0]!.atMs,
    lastAtMs: points.at(-1)!.atMs,
    events: 7,
    usage: { ...emptyUsage, inputTokens: 2_100, cacheReadTokens: 310_000, outputTokens: 5_400 },
    costMicroUsd: 310_000,
    unpricedModels: [],
  };
  return [
    { depth: 1, subagent: { ...base, id: 'a4f1c2d' } },
    { depth: 1, subagent: { ...base, id: '01994c0a-7d2e-7b11-9e55-1d2f6f0a7c01', isSession: true, events: 31 } },
    { depth: 2, subagent: { ...base, id: 'reviewer', sessionId: '01994c0a-7d2e-7b11-9e55-1d2f6f0a7c01' } },
    { depth: 1, subagent: { ...base, id: null } },
  ];
}

/** A session of two hours with a compaction, subagents and a pause. */
function toTimeline(source: string, sessionId: string, nowMs: number): SessionTimeline {
  const startMs = nowMs - 2 * hourMs;
  const points: TimelinePoint[] = Array.from({ length: 160 }, (_, step) => {
    const atMs = startMs + step * 40_000 + (step > 90 ? 20 * minuteMs : 0);
    const fill = 18_000 + (step % 84) * 1_900;
    const isSidechain = step % 17 > 13;
    const usage = {
      ...emptyUsage,
      inputTokens: 40 + (step % 9) * 30,
      cacheReadTokens: isSidechain ? 9_000 : step === 91 ? 0 : fill - 2_400,
      cacheCreation5mTokens: isSidechain ? 800 : step === 91 ? fill : 2_300,
      outputTokens: 180 + ((step * 37) % 900),
    };
    const contextTokens = usage.inputTokens + usage.cacheReadTokens + usage.cacheCreation5mTokens;
    const model = isSidechain ? 'claude-haiku-4-5' : 'claude-opus-4-6';
    return {
      atMs,
      lastAtMs: atMs,
      model,
      isSidechain,
      events: 1,
      usage,
      costMicroUsd: totalTokens(usage),
      isCostPartial: false,
      contextTokens,
    };
  });
  const processes = Array.from({ length: 130 }, (_, minute) => ({
    startMs: startMs + minute * minuteMs,
    grainMs: minuteMs as 60_000,
    agent: source,
    sessionId,
    runningMs: minuteMs,
    activeMs: 30_000,
    cpuMs: 9_000 + ((minute * 977) % 30_000),
    rssKibMs: (310 + minute) * 1_024 * minuteMs,
    maxRssBytes: (320 + minute) * 1_048_576,
    maxProcesses: 3,
  }));
  return {
    generatedAtMs: nowMs,
    timeZone: 'UTC',
    parentId: null,
    subagents: toSubagents(source, sessionId, points),
    session: {
      source,
      sessionId,
      project: '/home/ada/work/atlas',
      branch: 'main',
      models: ['claude-haiku-4-5', 'claude-opus-4-6'],
      firstAtMs: points[0]!.atMs,
      lastAtMs: points.at(-1)!.atMs,
      events: points.length,
      usage: points.reduce(
        (sum, { usage }) =>
          addTotals([
            { ...none, usage: sum },
            { ...none, usage },
          ]).usage,
        emptyUsage,
      ),
      costMicroUsd: points.reduce((sum, point) => sum + (point.costMicroUsd ?? 0), 0),
      unpricedModels: [],
    },
    grainMs: 1_000,
    points,
    processes,
  };
}

const none = { events: 0, unfinishedEvents: 0, costMicroUsd: 0, unpricedModels: [] };
