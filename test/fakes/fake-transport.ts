import * as v from 'valibot';
import { calls, type CallHandlers, type CallName, type Transport } from '../../shared/contract/index.ts';
import { createEmitter, type Emitter } from '../../shared/lib/emitter.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { updateSnapshot } from '../../shared/snapshot/revisions.ts';
import { createFakeReport } from './fake-report.ts';
import { createScenario } from './fake-scenarios.ts';

/** What a browser test sees of the fake host, and how it plays its part. */
export interface FakeHost {
  /** Every call in order, with its validated argument. */
  readonly calls: { readonly name: string; readonly argument: unknown }[];
  /** Makes every further call of this name fail with the sentence; null makes it work again. */
  fail(name: string, message: string | null): void;
  /** Tells the page something, as the app would. */
  emit(name: string, payload: unknown): void;
}

/** Builds an in-memory host for a scenario (see `createScenario`); arguments are validated and cloned as over IPC. */
export function createFakeTransport(scenarioName: string): { readonly transport: Transport; readonly host: FakeHost } {
  const scenario = createScenario(scenarioName, Date.now());
  const emitters = new Map<string, Emitter<unknown>>();
  const failures = new Map<string, string>(Object.entries(scenario.failures));
  const recorded: { name: string; argument: unknown }[] = [];
  let settings: Settings = scenario.settings;
  let snapshot = scenario.snapshot;

  const emitterOf = (name: string): Emitter<unknown> => {
    const emitter = emitters.get(name) ?? createEmitter<unknown>();
    emitters.set(name, emitter);
    return emitter;
  };
  const setScan = (phase: 'paused' | 'watching'): undefined => {
    const base = snapshot.revision;
    const scan = { ...snapshot.sections.scan, phase };
    snapshot = updateSnapshot(snapshot, { scan }, Date.now());
    emitterOf('snapshotChanged').emit({
      baseRevision: base,
      revision: snapshot.revision,
      generatedAtMs: snapshot.generatedAtMs,
      sections: { scan },
    });
  };

  const handlers: CallHandlers = {
    snapshot: () => snapshot,
    report: (query) => createFakeReport(query, scenario),
    settings: () => settings,
    doctor: () => scenario.doctor,
    updateSettings(patch) {
      settings = { ...settings, ...patch };
      emitterOf('settingsChanged').emit(settings);
      return ok(settings);
    },
    setPaused: (paused) => setScan(paused ? 'paused' : 'watching'),
    rescan: () => undefined,
    openWindow: () => undefined,
    hidePopover: () => undefined,
    chooseFolder: () => '/home/ada/archive/agent-logs',
    quit: () => undefined,
  };

  const transport: Transport = {
    async call(name, argument) {
      if (!(name in calls)) throw new Error(`no such call: ${name}`);
      const known = name as CallName;
      const valid: unknown = v.parse(calls[known].argument, structuredClone(argument));
      recorded.push({ name, argument: valid });
      if (scenario.silent.includes(known)) return new Promise(() => undefined);
      const failure = failures.get(name);
      if (failure !== undefined) throw new Error(failure);
      return structuredClone(await (handlers[known] as (argument: unknown) => unknown)(valid));
    },
    subscribe: (name, listener) => emitterOf(name).on(listener),
  };
  return {
    transport,
    host: {
      calls: recorded,
      fail: (name, message) => void (message === null ? failures.delete(name) : failures.set(name, message)),
      emit: (name, payload) => emitterOf(name).emit(payload),
    },
  };
}
