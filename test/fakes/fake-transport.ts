import {
  answerCall,
  desktopContract,
  type DesktopCalls,
  type DesktopContract,
  type Handlers,
  type NameOf,
  type Transport,
} from '../../shared/contract/index.ts';
import { createEmitter, type Emitter } from '../../shared/lib/emitter.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { toBlockOutlook } from '../../shared/snapshot/outlook.ts';
import { updateSnapshot } from '../../shared/snapshot/revisions.ts';
import { createFakeReport } from './fake-report.ts';
import { createScenario, type Scenario } from './fake-scenarios.ts';

/** What a browser test sees of the fake host, and how it plays that host's part. */
export interface FakeHost {
  /** Every call in order, with its argument. */
  readonly calls: { readonly name: string; readonly argument: unknown }[];
  /** Makes every further call of this name fail with the sentence; null makes it work again. */
  fail(name: string, message: string | null): void;
  /** Answers every further call of this name with the value, if its argument has the fields of `when`. */
  answer(name: string, value: unknown, when?: Readonly<Record<string, unknown>>): void;
  /** Publishes an event, as the app would. */
  emit(name: string, payload: unknown): void;
}

/**
 * Builds an in-memory host for a scenario (see `createScenario`). Arguments and answers are validated against the
 * contract, and cloned as over IPC.
 */
export function createFakeTransport(scenarioName: string): { readonly transport: Transport; readonly host: FakeHost } {
  const scenario = createScenario(scenarioName, Date.now());
  const emitters = new Map<string, Emitter<unknown>>();
  const failures = new Map<string, string>(Object.entries(scenario.failures));
  const answers: { name: string; value: unknown; when: Readonly<Record<string, unknown>> }[] = [];
  const recorded: { name: string; argument: unknown }[] = [];
  const emitterOf = (name: string): Emitter<unknown> => {
    const emitter = emitters.get(name) ?? createEmitter<unknown>();
    emitters.set(name, emitter);
    return emitter;
  };
  const emit: FakeHost['emit'] = (name, payload) => emitterOf(name).emit(payload);
  const handlers = createFakeHandlers(scenario, emit);
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return {
    transport: {
      async call(name, argument) {
        recorded.push({ name, argument: structuredClone(argument) });
        if (scenario.silent.some((silent) => silent === name)) return new Promise(() => undefined);
        const failure = failures.get(name);
        if (failure !== undefined) throw new Error(failure);
        const set = answers.findLast((candidate) => candidate.name === name && hasFields(argument, candidate.when));
        if (set !== undefined) return structuredClone(set.value);
        const answering = { calls: desktopContract.calls, handlers, logger, checksAnswers: true };
        const answer = await answerCall(answering, name, structuredClone(argument));
        if (!answer.ok) throw new Error(answer.error);
        return structuredClone(answer.value);
      },
      subscribe: (name, listener) => emitterOf(name).on(listener),
    },
    host: {
      calls: recorded,
      fail: (name, message) => void (message === null ? failures.delete(name) : failures.set(name, message)),
      answer: (name, value, when = {}) => void answers.push({ name, value, when }),
      emit,
    },
  };
}

function hasFields(value: unknown, fields: Readonly<Record<string, unknown>>): boolean {
  const held = new Map(Object.entries(value ?? {}));
  return Object.entries(fields).every(([name, wanted]) => held.get(name) === wanted);
}

/** Answers as a host would that is in the scenario's state. */
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
    snapshot: () => snapshot,
    report: (query) => createFakeReport(query, scenario),
    blocks: () => ({
      generatedAtMs,
      timeZone: 'UTC',
      rows: sections.blocks.map(({ block }) => block),
      active: sections.blocks.map((active) => toBlockOutlook(active, sections.burn, generatedAtMs)),
      totals: report('day').totals,
    }),
    sessions: () => ({
      generatedAtMs,
      timeZone: 'UTC',
      rows: sections.sessions.map(({ isRunning: _isRunning, ...session }) => session).toReversed(),
      totals: report('session').totals,
    }),
    limits: () => ({ generatedAtMs, rows: sections.limits.windows }),
    processes: () => ({ generatedAtMs, rows: sections.processes.agents }),
    totals: () => report('day').totals,
    doctor: () => scenario.doctor,
    settings: () => settings,
    updateSettings(patch) {
      settings = { ...settings, ...patch };
      emit('settingsChanged', settings);
      return ok(settings);
    },
    setPaused: (isPaused) => setPhase(isPaused ? 'paused' : 'watching'),
    rescan: () => undefined,
    openWindow: () => undefined,
    hidePopover: () => undefined,
    chooseFolder: () => '/home/ada/archive/agent-logs',
    quit: () => undefined,
  };
}
