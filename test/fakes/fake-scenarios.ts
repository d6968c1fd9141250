import { noLimitChanges } from '../../shared/domain/limit-change.ts';
import { ownBudget } from '../../shared/processes/own-cost.ts';
import type { DesktopCalls, NameOf } from '../../shared/contract/index.ts';
import type { DoctorReport, SourceDiagnosis } from '../../shared/domain/doctor-report.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/domain/instant.ts';
import type { LimitWindow } from '../../shared/domain/limit-window.ts';
import { createProblem } from '../../shared/domain/problem.ts';
import { emptyUsage } from '../../shared/domain/token-usage.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { AppSnapshot, SnapshotSections, SourceStatus } from '../../shared/snapshot/app-snapshot.ts';
import { createSnapshot } from '../../shared/snapshot/revisions.ts';
import { findSource, isAgent, sources as allSources } from '../../shared/sources/registry.ts';
import {
  createFakeOwnCost,
  createFakeBlock,
  createFakeBurn,
  createFakePeriod,
  createFakeProcesses,
  createFakeSession,
  unpricedModel,
} from './fake-sections.ts';

/** One state of the fake host. */
export interface Scenario {
  readonly snapshot: AppSnapshot;
  readonly settings: Settings;
  readonly doctor: DoctorReport;
  /** How many sessions a report has; 0 makes every report empty. */
  readonly reportRows: number;
  /** Calls that fail, each with its sentence. */
  readonly failures: Readonly<Record<string, string>>;
  /** Calls that are never answered. */
  readonly silent: readonly NameOf<DesktopCalls>[];
}

/** Agents of which this person has none. */
const otherSources = allSources.slice(3);

/** All names that `createScenario` knows. */
export const scenarioNames = [
  'normal',
  'first-scan',
  'empty',
  'quiet',
  'critical',
  'stale',
  'logs-only',
  'paused',
  'error',
  'loading',
  'large',
  'three-agents',
  'long-names',
  'silent-settings',
] as const;

/** Builds a scenario seen from `nowMs`; an unknown name is `normal`. */
export function createScenario(name: string, nowMs: number): Scenario {
  const sections = createSections(name, nowMs);
  return {
    snapshot: createSnapshot(sections, nowMs),
    settings: { ...defaultSettings, extraLogFolders: [{ source: 'codex', path: '/mnt/old-laptop/.codex/sessions' }] },
    doctor: createDoctor(sections, nowMs),
    reportRows: name === 'empty' || name === 'quiet' ? 0 : name === 'large' ? 10_000 : 40,
    failures:
      name === 'error'
        ? { snapshot: 'The engine stopped and did not start again.', report: 'The ledger is locked.' }
        : {},
    silent: name === 'loading' ? ['snapshot', 'report'] : name === 'silent-settings' ? ['settings'] : [],
  };
}

function createSections(name: string, nowMs: number): SnapshotSections {
  const normal = createNormal(nowMs);
  const nothing = createEmpty(normal);
  const [session, codexWeekly, spark] = createWindows(nowMs);
  switch (name) {
    case 'empty':
      return nothing;
    case 'quiet':
      return { ...nothing, sources: normal.sources };
    case 'first-scan':
      return {
        ...nothing,
        sources: normal.sources,
        scan: {
          phase: 'scanning',
          filesDone: 1_204,
          filesTotal: 5_310,
          bytesDone: 1_312_000_000,
          bytesTotal: 3_124_000_000,
          percent: 42,
        },
      };
    case 'critical':
      return {
        ...normal,
        limits: {
          forecasts: [],
          windows: [
            { ...session, usedPercent: 96, runsOutAtMs: nowMs + 11 * minuteMs },
            { ...codexWeekly, usedPercent: 81, runsOutAtMs: nowMs + 26 * hourMs },
            { ...spark, usedPercent: 100, runsOutAtMs: null },
          ],
        },
        health: {
          problems: [
            createProblem('ledger-write', {
              folder: '/home/ada/.local/share/fuelgauge',
              failure: { kind: 'disk-full' },
            }),
            createProblem('unreadable-logs', {
              path: '/home/ada/.codex/sessions/2026/05/01/rollout-1.jsonl',
              reason: 'no-permission',
              more: 2,
            }),
          ],
        },
      };
    case 'stale':
      return {
        ...normal,
        limits: {
          forecasts: [],
          windows: [session, codexWeekly].map((window) => ({
            ...window,
            observedAtMs: nowMs - 3 * hourMs - 12 * minuteMs,
            trustedUntilMs: nowMs - 1,
            runsOutAtMs: null,
          })),
        },
        burn: { minutes: [], coverageFromMs: 0 },
        sessions: [],
        processes: { agents: [], orphans: [], own: null },
      };
    case 'logs-only':
      return { ...normal, limits: { forecasts: [], windows: [] } };
    case 'three-agents':
      return { ...normal, blocks: [], limits: toThreeAgents(nowMs) };
    case 'long-names':
      return toLongNames(normal);
    case 'paused':
      return { ...normal, scan: { ...normal.scan, phase: 'paused' } };
    case 'large':
      return {
        ...normal,
        burn: createFakeBurn(nowMs, 30_000),
        usage: {
          ...normal.usage,
          today: createFakePeriod(nowMs, 0, 1, [unpricedModel]),
          week: createFakePeriod(nowMs, 3, 4.3, [unpricedModel]),
        },
        sessions: Array.from({ length: 10_000 }, (_, index) => createFakeSession(index, nowMs)),
      };
    default:
      return normal;
  }
}

function createNormal(nowMs: number): SnapshotSections {
  return {
    scan: { phase: 'watching', filesDone: 412, filesTotal: 412, bytesDone: 9e8, bytesTotal: 9e8, percent: 100 },
    sources: [
      toSource('claude-code', 'Claude Code', '/home/ada/.claude/projects', 391, 812_000_000, 48_211, nowMs - minuteMs),
      toSource('codex', 'Codex', '/home/ada/.codex/sessions', 57, 96_000_000, 6_930, nowMs - 4 * minuteMs),
      toSource('gemini-cli', 'Gemini CLI', '/home/ada/.gemini/tmp', 0, 0, 0, null),
      ...otherSources.map(({ id, label }) => toSource(id, label, `/home/ada/.${id}/logs`, 0, 0, 0, null)),
    ],
    blocks: [createFakeBlock(nowMs)],
    limits: toNormalLimits(nowMs),
    usage: {
      timeZone: 'UTC',
      calendar: defaultSettings.calendar,
      currency: defaultSettings.currency,
      costMode: defaultSettings.costMode,
      today: createFakePeriod(nowMs, 0, 1),
      week: createFakePeriod(nowMs, 3, 4.3),
      forecasts: [],
      anomalies: [],
      limitChanges: noLimitChanges,
    },
    burn: createFakeBurn(nowMs),
    sessions: [0, 1, 2].map((index) => createFakeSession(index, nowMs)),
    processes: createFakeProcesses(nowMs),
    health: { problems: [] },
  };
}

function createEmpty(normal: SnapshotSections): SnapshotSections {
  const gone = ['missing', 'found', 'unreadable'] as const;
  const noUse = (period: SnapshotSections['usage']['today']): SnapshotSections['usage']['today'] => ({
    ...period,
    totals: { events: 0, unfinishedEvents: 0, usage: emptyUsage, costMicroUsd: null, unpricedModels: [] },
    bySource: [],
  });
  return {
    scan: { phase: 'watching', filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0, percent: 100 },
    sources: normal.sources.map((source, index) => ({
      ...source,
      events: 0,
      lastAtMs: null,
      roots: source.roots.map((root) => ({ ...root, state: gone[index] ?? 'missing', files: 0, bytes: 0 })),
    })),
    blocks: [],
    limits: { forecasts: [], windows: [] },
    usage: { ...normal.usage, today: noUse(normal.usage.today), week: noUse(normal.usage.week) },
    burn: { minutes: [], coverageFromMs: null },
    sessions: [],
    processes: { agents: [], orphans: [], own: null },
    health: { problems: [] },
  };
}

function toNormalLimits(nowMs: number): SnapshotSections['limits'] {
  return { windows: createWindows(nowMs), forecasts: [] };
}

/** Three agents with two windows each; the forecasts of the first two. */
function toThreeAgents(nowMs: number): SnapshotSections['limits'] {
  const [session, weekly] = createWindows(nowMs);
  const agents = [
    { source: 'codex', provider: 'openai', planType: 'plus', used: [80, 57] },
    { source: 'claude-code', provider: 'anthropic', planType: 'max 5x', used: [38, 49] },
    { source: 'gemini-cli', provider: 'google', planType: null, used: [12, 21] },
  ] as const;
  const windows = agents.flatMap(({ source, provider, planType, used }) =>
    [session, weekly].map((window, index) => ({
      ...window,
      id: { ...window.id, provider },
      source,
      planType,
      usedPercent: used[index] ?? 0,
      runsOutAtMs: source === 'codex' && index === 0 ? nowMs + 45 * minuteMs : null,
    })),
  );
  const forecasts = windows.slice(0, 4).map(({ id, source, usedPercent, resetsAtMs, observedAtMs, runsOutAtMs }) => ({
    id,
    source,
    asOfMs: nowMs,
    endMs: resetsAtMs ?? nowMs,
    observedAtMs,
    usedPercent,
    percent: {
      p10: usedPercent + 5,
      p25: usedPercent + 12,
      p50: usedPercent + 22,
      p75: usedPercent + 30,
      p90: usedPercent + 41,
    },
    interval: { from: usedPercent + 4, to: usedPercent + 43 },
    runOut: {
      probability: runsOutAtMs === null ? 0.08 : 0.82,
      earlyMs: runsOutAtMs,
      medianMs: runsOutAtMs,
      lateMs: runsOutAtMs,
    },
  }));
  return { windows, forecasts };
}

/** Names as long as they come, in two directions of writing, and one in another alphabet. */
function toLongNames(normal: SnapshotSections): SnapshotSections {
  const long = 'a-project-with-a-name-that-nobody-would-type-twice-but-somebody-did-once-and-it-stuck';
  const names = [
    `/home/ada/work/${long}`,
    '/home/ada/work/مشروع-طويل-جدا-باسم-لا-ينتهي',
    '/home/ada/仕事/長い名前のプロジェクト',
  ];
  return {
    ...normal,
    sources: normal.sources.map((source) => ({ ...source, label: `${source.label} for Very Large Enterprises, Beta` })),
    limits: {
      ...normal.limits,
      windows: normal.limits.windows.map((window) => ({
        ...window,
        planType: 'enterprise-with-unlimited-everything-preview',
        label: 'A-Model-With-A-Name-Of-Its-Own-And-A-Suffix',
      })),
    },
    sessions: normal.sessions.map((session, index) => ({
      ...session,
      project: names[index % names.length] ?? null,
      branch: `feature/${long}`,
      models: ['a-model-with-a-name-of-its-own-and-a-suffix-20260501', 'another-model-of-the-same-kind'],
    })),
  };
}

function createWindows(nowMs: number): [LimitWindow, LimitWindow, LimitWindow] {
  const base = {
    id: { provider: 'openai', account: null, name: 'codex', scope: '7d' },
    source: 'codex',
    origin: 'log',
    label: null,
    windowMinutes: 10_080,
    amount: null,
    planType: 'plus',
    observedAtMs: nowMs - 4 * minuteMs,
    trustedUntilMs: nowMs + dayMs,
    runsOutAtMs: null,
    pace: { elapsedPercent: 50, deltaPercent: 4.2, band: 'slightly-above' },
  } as const;
  return [
    {
      ...base,
      id: { ...base.id, scope: '5h' },
      windowMinutes: 300,
      usedPercent: 38,
      resetsAtMs: nowMs + 2 * hourMs + 10 * minuteMs,
    },
    {
      ...base,
      usedPercent: 71,
      resetsAtMs: nowMs + 3 * dayMs + 4 * hourMs,
      runsOutAtMs: nowMs + dayMs + 3 * hourMs + 40 * minuteMs,
    },
    {
      ...base,
      id: { ...base.id, name: 'codex_spark' },
      label: 'GPT-5.3-Codex-Spark',
      usedPercent: 4,
      resetsAtMs: nowMs + 5 * dayMs,
    },
  ];
}

function toSource(
  source: string,
  label: string,
  path: string,
  files: number,
  bytes: number,
  events: number,
  lastAtMs: number | null,
): SourceStatus {
  const state = files > 0 ? 'found' : 'missing';
  const found = findSource(source);
  return {
    source,
    label,
    isAgent: found === null || isAgent(found),
    roots: [{ path, origin: 'default', state, files, bytes }],
    events,
    lastAtMs,
    plans: (found?.plans ?? []).map((plan) => ({ id: plan.id, label: plan.label })),
    limitProgram: found?.limitQuestion?.program ?? null,
  };
}

function createDoctor({ sources, health }: SnapshotSections, nowMs: number): DoctorReport {
  return {
    generatedAtMs: nowMs,
    dataFolder: '/home/ada/.local/share/fuelgauge',
    pricesDatedOn: '2026-05-02',
    own: createFakeOwnCost(nowMs),
    ownBudget,
    problems: health.problems,
    foldedLabels: [],
    sources: sources.map((source): SourceDiagnosis => ({
      source: source.source,
      label: source.label,
      coverage: { kind: 'exact' },
      roots: source.roots,
      files: source.roots.reduce((sum, root) => sum + root.files, 0),
      bytes: source.roots.reduce((sum, root) => sum + root.bytes, 0),
      goneFiles: source.events > 10_000 ? 212 : 0,
      lines: source.events * 6,
      eventRows: source.events * 2,
      events: source.events,
      lastEventAtMs: source.lastAtMs,
      mergedRows: source.events,
      replayedEvents: Math.round(source.events / 40),
      unfinishedEvents: Math.round(source.events / 300),
      words: {
        skipReasons: { synthetic: 'made by the agent itself' },
        unloggedCalls: { title: 'session titles', compaction: 'compactions' },
      },
      skips: source.events > 0 ? { synthetic: 31, 'not-json': 2 } : {},
      unloggedCalls: source.events > 0 ? { title: 118, compaction: 9 } : {},
      unpricedModels: [],
      unreadable:
        source.source === 'codex' ? [{ path: '/home/ada/.codex/sessions/old.jsonl', reason: 'no-permission' }] : [],
    })),
  };
}
