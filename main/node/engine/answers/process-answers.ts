import type { ProcessId, SessionLink, SignalResult } from '../../../../shared/domain/agent-process.ts';
import { addDays, type Calendar } from '../../../../shared/domain/calendar-day.ts';
import type { ProcessUsage } from '../../../../shared/domain/process-usage.ts';
import type { SourceQuery, SpanQuery } from '../../../../shared/domain/span-query.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { SampleStore } from '../../../../shared/ports/sample-store.ts';
import type { ProcessProbe } from '../../../../shared/ports/process-probe.ts';
import { toAgentSource } from '../../../../shared/processes/agents.ts';
import { describeAgentTrees, describeOrphans } from '../../../../shared/processes/describe-processes.ts';
import type { JoinableSession } from '../../../../shared/processes/join-sessions.ts';
import { listAncestors } from '../../../../shared/processes/terminal-chain.ts';
import type { TerminalTools } from '../../terminals/terminal-tools.ts';
import { createTerminalAnswer, type TerminalAnswer } from './terminal-answer.ts';
import { endProcesses, pauseProcesses, sendSignal, type SignalOptions } from '../../probes/signal-processes.ts';
import type { ProcessMeasurement, ProcessSampling } from '../processes/process-sampling.ts';
import { nameFolder, type ProjectNames } from '../project-names.ts';

/**
 * Where a program prints start times, those of one process may differ by rounding. On Linux they are kernel ticks since
 * a boot time that is read once: always the same number, so any difference means another process.
 */
const sameStartToleranceMs = process.platform === 'linux' ? 0 : 2_000;

/** The calls about processes. */
export interface ProcessAnswers {
  processes(query: SourceQuery): Promise<{
    readonly generatedAtMs: number;
    readonly rows: ReturnType<typeof describeAgentTrees>;
    readonly orphans: ReturnType<typeof describeOrphans>;
  }>;
  processHistory(query: SpanQuery): { readonly generatedAtMs: number; readonly rows: readonly ProcessUsage[] };
  endProcesses(argument: { readonly targets: readonly ProcessId[] }): Promise<{ results: readonly SignalResult[] }>;
  pauseProcesses(argument: {
    readonly targets: readonly ProcessId[];
    readonly isPaused: boolean;
  }): Promise<{ results: readonly SignalResult[] }>;
  readonly openTerminal: TerminalAnswer;
}

/** What the handlers need. */
export interface ProcessAnswerOptions {
  readonly probe: ProcessProbe;
  readonly clock: Clock;
  readonly sampling: Pick<ProcessSampling, 'sampleTwice' | 'sampleOnce' | 'sample'>;
  readonly sessions: () => readonly JoinableSession[];
  readonly store: () => Pick<SampleStore, 'processUsage'>;
  /** The calendar of a query's time zone; null means the settings' own. */
  readonly calendarOf: (timeZone: string | null) => Calendar;
  /** What the folders in which agents run are called. */
  readonly projects: () => ProjectNames;
  readonly platform?: string;
  readonly send?: SignalOptions['send'];
  readonly graceMs?: number;
  readonly terminals?: TerminalTools;
}

/** Builds the handlers. */
export function createProcessAnswers(options: ProcessAnswerOptions): ProcessAnswers {
  const { probe, clock, sampling } = options;
  const { signal, signalling } = createSignaller(options);
  return {
    async processes({ source }) {
      const { survey, section } = await sampling.sampleTwice();
      const isWanted = (agent: string | null): boolean =>
        source === null || (agent !== null && toAgentSource(agent) === source);
      const agents = section.agents.filter(({ agent }) => isWanted(agent));
      const orphans = section.orphans.filter(({ agent }) => isWanted(agent));
      const shown = new Set(agents.map(({ pid }) => pid));
      const trees = survey.trees.filter(({ root }) => shown.has(root.pid));
      const pids = [...trees, ...orphans].flatMap(({ members }) => members.map(({ pid }) => pid));
      // Without details, the rows are still worth having.
      const details = await probe.inspect(pids, ['memory', 'ports']).catch(() => []);
      const sessions = options.sessions();
      const lastEventAtMs = (link: SessionLink): number | null =>
        sessions.find(({ source: of, sessionId }) => of === link.source && sessionId === link.sessionId)?.lastAtMs ??
        null;
      const nowMs = clock.nowMs();
      const rows = describeAgentTrees({ ...survey, agents, trees, details, lastEventAtMs, nowMs });
      const names = options.projects();
      const named = rows.map((row) => nameFolder(names, row));
      return { generatedAtMs: nowMs, rows: named, orphans: describeOrphans(orphans, details) };
    },
    processHistory({ since, until, timeZone, source }) {
      const calendar = options.calendarOf(timeZone);
      const fromMs = since === null ? 0 : calendar.startOf(since);
      const toMs = until === null ? Infinity : calendar.startOf(addDays(until, 1));
      const rows = options.store().processUsage({ fromMs, toMs });
      return {
        generatedAtMs: clock.nowMs(),
        rows: rows.filter(({ agent }) => source === null || toAgentSource(agent) === source),
      };
    },
    endProcesses: ({ targets }) => signal(targets, (ours) => endProcesses(ours, signalling)),
    pauseProcesses: ({ targets, isPaused }) => signal(targets, (ours) => pauseProcesses(ours, isPaused, signalling)),
    openTerminal: createTerminalAnswer({ ...options, judge: judgeTarget }),
  };
}

/** Signals processes, but only those that the person may signal from here. */
function createSignaller(options: ProcessAnswerOptions) {
  const { probe, sampling } = options;
  const signalling = {
    platform: options.platform ?? process.platform,
    send: options.send ?? sendSignal,
    ...(options.graceMs === undefined ? {} : { graceMs: options.graceMs }),
    findRunning: async (targets: readonly ProcessId[]): Promise<readonly ProcessId[]> => {
      if (targets.length === 0) return [];
      // A probe keeps following what it once followed, so every sweep reads these processes afresh.
      const samples = await probe.sample(() => false);
      return targets.filter((target) => samples.some((sample) => isSame(sample, target)));
    },
  };
  /** Signals only permitted processes; the rest is listed separately. */
  const signal = async (
    targets: readonly ProcessId[],
    run: (ours: readonly ProcessId[]) => Promise<readonly SignalResult[]>,
  ): Promise<{ results: readonly SignalResult[] }> => {
    const measured = await sampling.sampleOnce();
    const verdicts = targets.map((target) => ({ target, verdict: judgeTarget(target, measured) }));
    const done = await run(verdicts.filter(({ verdict }) => verdict === 'ours').map(({ target }) => target));
    void sampling.sample();
    const results = verdicts.map(({ target, verdict }) => {
      if (verdict !== 'ours') return { ...target, outcome: verdict };
      return done.find((result) => result.pid === target.pid) ?? { ...target, outcome: 'gone' as const };
    });
    return { results };
  };
  return { signal, signalling };
}

/**
 * Only agents, what they started and what they left behind; never Fuelgauge itself, which an agent may have started:
 * once paused, it could not resume anything.
 */
export function judgeTarget(
  target: ProcessId,
  { survey, section }: ProcessMeasurement,
  ownPid: number = process.pid,
): 'ours' | 'gone' | 'not-ours' {
  if (!survey.samples.some((sample) => isSame(sample, target))) return 'gone';
  const listed = [...survey.trees, ...section.orphans].some(({ members }) =>
    members.some((member) => isSame(member, target)),
  );
  return listed && target.pid > 1 && !isOwn(target, survey, ownPid) ? 'ours' : 'not-ours';
}

/** Whether a process is this one or a helper of it, such as a window: a descendant that no agent in between started. */
function isOwn({ pid }: ProcessId, { samples, trees }: ProcessMeasurement['survey'], ownPid: number): boolean {
  const roots = new Set(trees.map(({ root }) => root.pid));
  const nearest = listAncestors(samples, pid).find((process) => process.pid === ownPid || roots.has(process.pid));
  return nearest?.pid === ownPid;
}

function isSame(left: ProcessId, right: ProcessId): boolean {
  return left.pid === right.pid && Math.abs(left.startedAtMs - right.startedAtMs) <= sameStartToleranceMs;
}
