import {
  desktopContract,
  type DesktopCalls,
  type DesktopContract,
  type Handlers,
  type NameOf,
  type Transport,
} from '../../shared/contract/index.ts';
import type { LimitOutlook, LimitReading } from '../../shared/domain/limit-window.ts';
import type { StatuslineReport } from '../../shared/domain/statusline-install.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { toBlockOutlook, toLimitsOutlook } from '../../shared/snapshot/outlook.ts';
import { updateSnapshot } from '../../shared/snapshot/revisions.ts';
import { createContractHost, type ContractHost, type FakeHost } from './contract-host.ts';
import { toFakeTree } from './fake-sections.ts';
import { createFakeActivity } from './fake-activity.ts';
import { createFakeRanges } from './fake-ranges.ts';
import { createFakeReport } from './fake-report.ts';
import { createDefaultHandlers } from './fake-values.ts';
import { createScenario, type Scenario } from './fake-scenarios.ts';

/** Builds an in-memory host of the desktop app for a scenario (see `createScenario`). */
export function createFakeTransport(scenarioName: string): ContractHost {
  const scenario = createScenario(scenarioName, Date.now());
  const emit: FakeHost['emit'] = (name, payload) => fake.host.emit(name, payload);
  const fake = createContractHost(desktopContract, createFakeHandlers(scenario, emit), scenario.failures);
  const { call, subscribe } = fake.transport;
  const isSilent = (name: string): boolean => scenario.silent.some((silent) => silent === name);
  const silence = (): Promise<never> => new Promise(() => undefined);
  const transport: Transport = {
    call: (name, argument) => (isSilent(name) ? silence() : call(name, argument)),
    subscribe,
  };
  return { ...fake, transport };
}

/** Answers as a host in the scenario's state would. */
function createFakeHandlers(
  scenario: Scenario,
  emit: (name: NameOf<DesktopContract['events']>, payload: unknown) => void,
): Handlers<DesktopCalls> {
  let settings: Settings = scenario.settings;
  let snapshot = scenario.snapshot;
  const setPhase = (phase: 'paused' | 'watching'): undefined => {
    const baseRevision = snapshot.revision;
    const scan = { ...snapshot.sections.scan, phase };
    snapshot = updateSnapshot(snapshot, { scan }, Date.now());
    const { revision, generatedAtMs } = snapshot;
    emit('snapshotChanged', { baseRevision, revision, generatedAtMs, sections: { scan } });
  };
  const report = (by: 'day' | 'session') =>
    createFakeReport({ by, split: 'none', since: null, until: null, timeZone: null, source: null }, scenario);
  const { sections, generatedAtMs } = snapshot;
  return {
    ...createDefaultHandlers(desktopContract.calls),
    snapshot: () => snapshot,
    report: (query) => createFakeReport(query, scenario),
    ...createFakeRanges(scenario),
    ...createFakeActivity(generatedAtMs),
    blocks: () => ({
      generatedAtMs,
      timeZone: 'UTC',
      rows: sections.blocks.map(({ block }) => block),
      active: sections.blocks.map((active) => toBlockOutlook(active, generatedAtMs)),
      totals: report('day').totals,
      baselines: [],
    }),
    subagents: () => ({ generatedAtMs, timeZone: 'UTC', rows: [] }),
    sessions: () => ({
      generatedAtMs,
      timeZone: 'UTC',
      rows: sections.sessions
        .map(
          ({
            isRunning: _isRunning,
            contextTokens: _contextTokens,
            minutes: _minutes,
            subagents: _subagents,
            ...session
          }) => session,
        )
        .toReversed(),
      totals: report('session').totals,
    }),
    limits() {
      const { windows, binding } = toLimitsOutlook(sections.limits, generatedAtMs);
      return {
        generatedAtMs,
        rows: windows,
        binding: binding?.id ?? null,
        subscriptions: [],
        changes: { plans: [], allowances: [] },
      };
    },
    explainLimits({ source }) {
      const { windows, binding } = toLimitsOutlook(sections.limits, generatedAtMs);
      const rows = windows
        .filter((window) => source === null || window.source === source)
        .map((window) => ({
          id: `${window.source}/${window.id.name}/${window.id.scope}`,
          window,
          isBinding: window === binding,
          readings: [{ ...toReading(window), isUsed: true, givesReset: true }],
          capacity: null,
          allowance: null,
        }));
      return { generatedAtMs, rows };
    },
    processes: () => ({
      generatedAtMs,
      rows: sections.processes.agents.map((agent) => toFakeTree(agent)),
      orphans: sections.processes.orphans,
    }),
    endProcesses: ({ targets }) => ({ results: targets.map((target) => ({ ...target, outcome: 'done' as const })) }),
    pauseProcesses: ({ targets }) => ({ results: targets.map((target) => ({ ...target, outcome: 'done' as const })) }),
    openTerminal: () => ({ outcome: 'selected' as const, terminal: 'tmux' as const, attach: null }),
    totals: () => report('day').totals,
    doctor: () => scenario.doctor,
    settings: () => settings,
    updateSettings(patch) {
      settings = { ...settings, ...patch };
      emit('settingsChanged', settings);
      return ok(settings);
    },
    setPaused: (isPaused) => setPhase(isPaused ? 'paused' : 'watching'),
    statusline: () => ok(withoutStatusline),
    chooseFolder: () => '/home/ada/archive/agent-logs',
    encryption: () => ({ names: 'plain' as const, key: null, setAside: 0 }),
    server: () => ({ ...toFakeServer(settings), tokens: [] }),
  };
}

/** The settings of an agent in which nobody has entered a status line. */
const withoutStatusline: StatuslineReport = {
  agent: 'Claude Code',
  state: 'absent',
  settingsFile: '/home/ada/.claude/settings.json',
  command: null,
  previousCommand: null,
  strongerFile: null,
  isHidden: false,
  installedAtMs: null,
};

function toFakeServer({ server: { isOn, host, port } }: Settings) {
  const isLocal = host === '127.0.0.1';
  return {
    address: isOn ? `${isLocal ? 'http' : 'https'}://${host}:${port}` : null,
    fingerprint: isOn && !isLocal ? 'AB:CD' : null,
    pairingAddress: isOn && !isLocal ? `https://192.0.2.7:${port}` : null,
    failure: null,
  };
}

function toReading(window: LimitOutlook): LimitReading {
  const { trustedUntilMs: _until, runsOutAtMs: _runsOut, pace: _pace, provenance: _kind, ...rest } = window;
  const { runOutProbability: _probability, ...reading } = rest;
  return reading;
}
