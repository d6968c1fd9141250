import { noLimitChanges, type LimitChanges } from '../../shared/domain/limit-change.ts';
import { defaultCalendarSettings } from '../../shared/settings/calendar-settings.ts';
import type { AskedAgent } from '../../shared/domain/asked-agent.ts';
import { toBaselines } from '../../shared/limits/baseline.ts';
import { findBindingWindow } from '../../shared/limits/binding.ts';
import type { CliHost, HostRequest } from '../../main/node/cli/cli-host.ts';
import type { Pager } from '../../main/node/cli/streams/open-pager.ts';
import { runCli, type ExitCode } from '../../main/node/cli/run-cli.ts';
import type { EngineAnswers } from '../../main/node/engine/answers/answers.ts';
import type { Engine } from '../../main/node/engine/engine-api.ts';
import { toHostEngine } from '../../main/node/host/engine/host-engine.ts';
import { createHost, type Host } from '../../main/node/host/host.ts';
import { engineCalls } from '../../shared/contract/index.ts';
import { silentLogger } from '../../shared/ports/logger.ts';
import type { SettingsStore } from '../../shared/settings/settings-store.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Block } from '../../shared/domain/block.ts';
import type { SourceDiagnosis } from '../../shared/domain/doctor-report.ts';
import type { FoldedLabel } from '../../shared/domain/metric-label.ts';
import { toLimitOutlook, type LimitOutlook, type LimitWindow } from '../../shared/domain/limit-window.ts';
import type {
  AgentProcess,
  AgentTreeRow,
  OrphanGroup,
  SignalResult,
  TreeMember,
} from '../../shared/domain/agent-process.ts';
import { usDollar } from '../../shared/domain/money.ts';
import type { Report, ReportQuery, ReportRow, UsageTotals } from '../../shared/domain/report.ts';
import type { OpenedTerminal } from '../../shared/domain/terminal.ts';
import type { SessionSummary } from '../../shared/domain/session.ts';
import { ownBudget } from '../../shared/processes/own-cost.ts';
import { emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import { createEmitter } from '../../shared/lib/emitter.ts';
import type { Problem } from '../../shared/domain/problem.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import { claudeCode } from '../../shared/sources/claude-code/descriptor.ts';
import type { AppSnapshot, SnapshotSections } from '../../shared/snapshot/app-snapshot.ts';
import type { ActiveBlockOutlook } from '../../shared/snapshot/outlook.ts';
import { createSnapshot, updateSnapshot } from '../../shared/snapshot/revisions.ts';
import { createFakeOwnCost } from './fake-sections.ts';
import { createDefaultHandlers } from './fake-values.ts';
import { makeReading, type ReadingPatch } from '../support/make-reading.ts';

export const nowMs = Date.UTC(2026, 4, 1, 14, 3);

export const noTotals: UsageTotals = {
  events: 0,
  unfinishedEvents: 0,
  usage: emptyUsage,
  costMicroUsd: null,
  unpricedModels: [],
};

const usage: TokenUsage = {
  inputTokens: 1_200,
  cacheCreation5mTokens: 300,
  cacheCreation1hTokens: 40,
  cacheReadTokens: 1_000_000,
  outputTokens: 560,
  reasoningTokens: 70,
};

export function makeTotals(rest: Partial<UsageTotals> = {}): UsageTotals {
  return { events: 12, unfinishedEvents: 0, usage, costMicroUsd: 1_234_567, unpricedModels: [], ...rest };
}

export function makeRow(rest: Partial<ReportRow> = {}): ReportRow {
  return {
    ...makeTotals(),
    key: '2026-05-01',
    source: 'claude-code',
    split: null,
    models: ['claude-opus-4-1-20250805'],
    firstAtMs: nowMs - 60_000,
    lastAtMs: nowMs,
    ...rest,
  };
}

export function makeBlock(rest: Partial<Block> = {}): Block {
  return {
    source: 'claude-code',
    kind: 'active',
    startMs: nowMs - 3 * 3_600_000,
    endMs: nowMs + 2 * 3_600_000,
    firstAtMs: nowMs - 10_000_000,
    lastAtMs: nowMs,
    events: 12,
    usage,
    costMicroUsd: 1_234_567,
    unpricedModels: [],
    models: ['claude-opus-4-1-20250805'],
    boundary: 'estimated',
    ...rest,
  };
}

export function makeActiveBlock(rest: Partial<ActiveBlockOutlook> = {}): ActiveBlockOutlook {
  return {
    source: 'claude-code',
    block: makeBlock(),
    remainingMs: 2 * 3_600_000,
    projection: { totalTokens: 2_000_000, interval: { from: 1_100_000, to: 4_000_000 }, costMicroUsd: 2_500_000 },
    forecast: null,
    runOutProbability: 0.6,
    limit: { unit: 'usd', value: 18, usedPercent: 6.9, plan: 'pro', provenance: 'estimated' },
    runsOutAtMs: nowMs + 3_600_000,
    ...rest,
  };
}

export function makeSession(rest: Partial<SessionSummary> = {}): SessionSummary {
  return {
    source: 'codex',
    sessionId: '019c4531-58bd-7d10-8426-8dff35a256e1',
    project: '/home/ada/site',
    branch: 'main',
    models: ['gpt-5'],
    firstAtMs: nowMs - 7_200_000,
    lastAtMs: nowMs - 120_000,
    events: 3,
    usage,
    costMicroUsd: 10_000,
    unpricedModels: [],
    ...rest,
  };
}

export function makeWindow({
  runsOutAtMs = nowMs + 3_600_000,
  trustedUntilMs = nowMs + 3_600_000,
  ...patch
}: ReadingPatch & Partial<Pick<LimitWindow, 'runsOutAtMs' | 'trustedUntilMs'>> = {}): LimitWindow {
  const times = { resetsAtMs: nowMs + 2 * 3_600_000, observedAtMs: nowMs - 60_000 };
  return { ...makeReading({ usedPercent: 68, ...times, ...patch }), trustedUntilMs, runsOutAtMs, pace: null };
}

export function makeLimit({
  provenance = 'official',
  ...patch
}: Parameters<typeof makeWindow>[0] & Partial<Pick<LimitOutlook, 'provenance'>> = {}): LimitOutlook {
  const trustedUntilMs = provenance === 'official' ? nowMs : nowMs - 1;
  return toLimitOutlook(makeWindow({ ...patch, trustedUntilMs }), nowMs);
}

export function makeProcess(rest: Partial<AgentProcess> = {}): AgentProcess {
  return {
    agent: 'claude-code',
    label: 'Claude Code',
    category: 'cli',
    pid: 4_242,
    startedAtMs: nowMs - 3_600_000,
    cwd: '/home/ada/site',
    processes: 3,
    cpuRatio: 1.5,
    rssBytes: 536_870_912,
    isPaused: false,
    session: null,
    ...rest,
  };
}

export function makeMember(rest: Partial<TreeMember> = {}): TreeMember {
  return {
    pid: 4_243,
    parentPid: 4_242,
    startedAtMs: nowMs - 3_500_000,
    name: '@playwright/mcp',
    kind: 'mcp-server',
    cpuRatio: 0.25,
    rssBytes: 134_217_728,
    isPaused: false,
    ports: [],
    ...rest,
  };
}

/** An agent with its tree: itself, a shell, and an MCP server that listens. */
export function makeTree(rest: Partial<AgentTreeRow> = {}): AgentTreeRow {
  const agent = makeProcess(rest);
  const root = { pid: agent.pid, parentPid: 900, startedAtMs: agent.startedAtMs, cpuRatio: 1.25 };
  return {
    ...agent,
    parentPid: 900,
    isDetached: false,
    startedBy: null,
    pssBytes: null,
    lastEventAtMs: null,
    isIdle: false,
    members: [
      makeMember({ ...root, name: 'claude', kind: 'agent', rssBytes: 268_435_456 }),
      makeMember({ pid: 4_244, name: 'bash', kind: 'shell', cpuRatio: 0, rssBytes: 4_194_304 }),
      makeMember({ ports: [{ port: 3_000, address: '127.0.0.1' }] }),
    ],
    ...rest,
  };
}

/** An MCP server that an agent left behind. */
export function makeOrphan(rest: Partial<OrphanGroup> = {}): OrphanGroup {
  return {
    agent: 'claude-code',
    label: 'Claude Code',
    evidence: 'seen',
    session: null,
    agentGoneAtMs: nowMs - 7_200_000,
    cpuRatio: 0.74,
    rssBytes: 134_217_728,
    members: [makeMember({ pid: 5_001, parentPid: 1, startedAtMs: nowMs - 86_400_000 })],
    ...rest,
  };
}

export function makeDiagnosis(rest: Partial<SourceDiagnosis> = {}): SourceDiagnosis {
  return {
    source: 'claude-code',
    label: 'Claude Code',
    coverage: claudeCode.coverage,
    roots: [],
    files: 2,
    bytes: 4_096,
    goneFiles: 0,
    lines: 40,
    eventRows: 14,
    events: 12,
    lastEventAtMs: nowMs,
    mergedRows: 2,
    replayedEvents: 0,
    unfinishedEvents: 0,
    words: { skipReasons: claudeCode.skipReasons, unloggedCalls: claudeCode.unloggedCalls },
    skips: {},
    unloggedCalls: {},
    unpricedModels: [],
    unreadable: [],
    ...rest,
  };
}

/** The answers of a fake engine, and the calls that it received. */
export interface FakeEngine extends Engine {
  readonly calls: string[];
  change(sections: Partial<SnapshotSections>): void;
}

export interface FakeAnswers {
  readonly rows?: Report['rows'];
  readonly totals?: UsageTotals;
  readonly blocks?: readonly Block[];
  readonly activeBlocks?: readonly ActiveBlockOutlook[];
  readonly sessions?: readonly SessionSummary[];
  readonly asked?: readonly AskedAgent[];
  readonly limits?: readonly LimitOutlook[];
  readonly limitChanges?: LimitChanges;
  readonly processes?: readonly AgentTreeRow[];
  readonly orphans?: readonly OrphanGroup[];
  /** What becomes of a terminal that is to be shown. */
  readonly terminal?: OpenedTerminal;
  /** What becomes of processes that are to be ended, paused or resumed. */
  readonly outcome?: SignalResult['outcome'];
  readonly diagnoses?: readonly SourceDiagnosis[];
  readonly foldedLabels?: readonly FoldedLabel[];
  readonly sections?: Partial<SnapshotSections>;
  /** Currency and cost mode of the snapshot. */
  readonly money?: Partial<Pick<SnapshotSections['usage'], 'currency' | 'costMode'>>;
  readonly failsToStart?: string;
  /** Changes that are published before the scan is done. */
  readonly progress?: readonly Partial<SnapshotSections>[];
}

const baseSections: SnapshotSections = {
  scan: { phase: 'watching', filesDone: 2, filesTotal: 2, bytesDone: 10, bytesTotal: 10, percent: 100 },
  sources: [
    {
      source: 'claude-code',
      label: 'Claude Code',
      isAgent: true,
      roots: [{ path: '/home/ada/.claude/projects', origin: 'default', state: 'missing', files: 0, bytes: 0 }],
      events: 0,
      lastAtMs: null,
      plans: [],
      limitProgram: null,
    },
  ],
  blocks: [],
  limits: { windows: [], forecasts: [] },
  usage: {
    timeZone: 'Europe/Berlin',
    calendar: defaultCalendarSettings,
    currency: usDollar,
    costMode: 'calculate',
    today: { since: '2026-05-01', until: '2026-05-01', totals: noTotals, bySource: [] },
    week: { since: '2026-04-27', until: '2026-05-01', totals: noTotals, bySource: [] },
    forecasts: [],
    anomalies: [],
    limitChanges: noLimitChanges,
  },
  burn: { minutes: [], coverageFromMs: null },
  sessions: [],
  processes: { agents: [], orphans: [], own: null },
  health: { problems: [] },
};

export function createFakeEngine(answers: FakeAnswers = {}): FakeEngine {
  const calls: string[] = [];
  const news = createEmitter<AppSnapshot>();
  let snapshot = createSnapshot(
    { ...baseSections, usage: { ...baseSections.usage, ...answers.money }, ...answers.sections },
    nowMs,
  );
  const change = (sections: Partial<SnapshotSections>): void => {
    snapshot = updateSnapshot(snapshot, sections, nowMs);
    news.emit(snapshot);
  };
  const totals = answers.totals ?? noTotals;
  return {
    ...(createDefaultHandlers(engineCalls) as EngineAnswers),
    calls,
    change,
    start: async (mode) => {
      calls.push(`start ${mode}`);
      for (const sections of answers.progress ?? []) change(sections);
      if (answers.failsToStart !== undefined) throw new Error(answers.failsToStart);
    },
    stop: async () => void calls.push('stop'),
    snapshot: () => snapshot,
    onSnapshot: (listener) => news.on(listener),
    report(query: ReportQuery) {
      calls.push(`report ${JSON.stringify(query)}`);
      const timeZone = query.timeZone ?? 'Europe/Berlin';
      return { generatedAtMs: nowMs, timeZone, query, rows: answers.rows ?? [], totals };
    },
    blocks(query) {
      calls.push(`blocks ${JSON.stringify(query)}`);
      const [rows, active] = [[...(answers.blocks ?? [])], [...(answers.activeBlocks ?? [])]];
      return {
        generatedAtMs: nowMs,
        timeZone: query.timeZone ?? 'Europe/Berlin',
        rows,
        active,
        totals,
        baselines: toBaselines(rows),
      };
    },
    sessions(query) {
      calls.push(`sessions ${JSON.stringify(query)}`);
      const rows = [...(answers.sessions ?? [])];
      return { generatedAtMs: nowMs, timeZone: query.timeZone ?? 'Europe/Berlin', rows, totals };
    },
    limits({ source }) {
      const rows = (answers.limits ?? []).filter((window) => source === null || window.source === source);
      return {
        generatedAtMs: nowMs,
        rows,
        binding: findBindingWindow(rows)?.id ?? null,
        subscriptions: [],
        changes: answers.limitChanges ?? noLimitChanges,
      };
    },
    askLimits: async ({ source }) => {
      calls.push(`ask ${source}`);
      return { generatedAtMs: nowMs, rows: [...(answers.asked ?? [])] };
    },
    processes: async ({ source }) => ({
      generatedAtMs: nowMs,
      rows: (answers.processes ?? []).filter(({ agent }) => source === null || agent === source),
      orphans: answers.orphans ?? [],
    }),
    endProcesses: async ({ targets }) => {
      calls.push(`end ${targets.map(({ pid }) => pid).join(',')}`);
      return { results: targets.map((target) => ({ ...target, outcome: answers.outcome ?? 'done' })) };
    },
    pauseProcesses: async ({ targets, isPaused }) => {
      calls.push(`${isPaused ? 'pause' : 'resume'} ${targets.map(({ pid }) => pid).join(',')}`);
      return { results: targets.map((target) => ({ ...target, outcome: answers.outcome ?? 'done' })) };
    },
    openTerminal: async ({ pid }) => {
      calls.push(`terminal ${pid}`);
      return answers.terminal ?? { outcome: 'shown', terminal: 'kitty', attach: null };
    },
    doctor: ({ source }) => ({
      generatedAtMs: nowMs,
      dataFolder: '/data',
      pricesDatedOn: '2026-04-30',
      own: createFakeOwnCost(nowMs),
      ownBudget,
      problems: snapshot.sections.health.problems,
      sources: (answers.diagnoses ?? []).filter((each) => source === null || each.source === source),
      foldedLabels: answers.foldedLabels ?? [],
    }),
    totals: () => totals,
    setSettings: () => undefined,
    setAttention: () => undefined,
  };
}

/** A host on a fake engine, with default settings. */
export function createFakeHost(engine: Engine): Host {
  const settings: SettingsStore = {
    get: () => defaultSettings,
    update: async () => fail({ kind: 'read-only' }),
    onChange: () => () => undefined,
    problems: () => [],
    isFirstRun: () => false,
  };
  const options = { alerts: null, readSystemTimeZone: () => 'Europe/Berlin', nowMs: () => nowMs, logger: silentLogger };
  return createHost({ ...options, engine: toHostEngine(engine), settings });
}

/** The outcome of one run of the command line. */
export interface CliRun {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly HostRequest[];
}

export interface CliTerminal {
  readonly columns?: number;
  readonly rows?: number;
  readonly variables?: CliHost['variables'];
  /** Receives a function that presses a key as soon as somebody listens for them, and what was written so far. */
  readonly onKeys?: (press: (key: string) => void, readStdout: () => string) => void;
  /** The pager that is installed; none without it. */
  readonly pager?: () => Pager;
  /** The text of the file of defaults. */
  readonly defaults?: string;
  /** What the person answers when asked. */
  readonly answer?: string;
  /** Receives a function that interrupts as soon as there is a listener, and what was written so far. */
  readonly onListening?: (interrupt: () => void, readStdout: () => string) => void;
}

/** A stream of no terminal in particular. */
export const noScreen = { onResize: () => () => undefined, writeAtExit: () => undefined };

/** Runs the command line with an engine, or with the problem that prevents it from opening. `terminal` null: a pipe. */
export async function runWith(
  engine: Engine | Problem,
  args: readonly string[],
  terminal: CliTerminal | null = null,
): Promise<CliRun> {
  let [stdout, stderr] = ['', ''];
  const requests: HostRequest[] = [];
  const size = { isTerminal: terminal !== null, columns: terminal?.columns, rows: terminal?.rows, ...noScreen };
  const exitCode = await runCli(args, {
    stdout: { ...size, write: async (text) => void (stdout += text) },
    stderr: { ...size, write: async (text) => void (stderr += text) },
    variables: terminal?.variables ?? {},
    clock: { nowMs: () => nowMs },
    checksAnswers: true,
    openHost: async (request) => {
      requests.push(request);
      return 'severity' in engine ? fail(engine) : ok(createFakeHost(engine));
    },
    onKey: (listener) => {
      if (terminal?.onKeys === undefined) return null;
      terminal.onKeys(listener, () => stdout);
      return () => undefined;
    },
    ask: async (question) => {
      stderr += question;
      return terminal?.answer ?? null;
    },
    openPager: async () => terminal?.pager?.() ?? null,
    hostName: 'workshop',
    keepCrash: async () => undefined,
    readDefaults: async () => ({ file: 'cli-defaults.json', text: terminal?.defaults ?? null }),
    suspend: async () => undefined,
    onInterrupt(listener) {
      terminal?.onListening?.(listener, () => stdout);
      return () => undefined;
    },
    loadServer: () => Promise.reject(new Error('this fake has no server')),
  });
  return { exitCode, stdout, stderr, requests };
}
