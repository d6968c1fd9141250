import type { Handlers, HostCalls } from '../../../shared/contract/index.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { ProblemError } from '../problem-error.ts';
import { createAlerts, type AlertOptions, type Alerts } from './alerts.ts';
import { createAttention, type AttentionReporter, type PowerState } from './attention.ts';
import { createClients, type Clients } from './clients.ts';
import { createHostHandlers, type ChangeSettings } from './handlers.ts';
import type { HostEngine } from './host-engine.ts';
import { createSnapshotView, type SnapshotView } from './snapshot-view.ts';

/** What a host is made of. */
export interface HostOptions {
  readonly engine: HostEngine;
  readonly settings: SettingsStore;
  /** How settings are changed, where that means more than to store them. */
  readonly changeSettings?: ChangeSettings;
  /** Null: this host alerts nobody. */
  readonly alerts: Pick<AlertOptions, 'file' | 'notify' | 'messages'> | null;
  readonly systemTimeZone: string;
  readonly nowMs: () => number;
  readonly logger: Logger;
}

/**
 * What every surface stands on: an engine with settings, alerts, problems and clients. A transport (IPC, HTTP, the
 * command line) gives it clients and answers their calls with its handlers.
 */
export interface Host {
  readonly handlers: Handlers<HostCalls>;
  readonly clients: Pick<Clients, 'connect' | 'noteVisibility'>;
  readonly settings: Pick<SettingsStore, 'get' | 'onChange' | 'isFirstRun'>;
  /** What clients see, with room for problems of the transport's own. */
  readonly view: Pick<SnapshotView, 'current' | 'onChange' | 'setProblem' | 'clearProblem'>;
  isPaused(): boolean;
  /** Calls back when somebody has paused or resumed. */
  onPaused(listener: (isPaused: boolean) => void): Dispose;
  setPaused(isPaused: boolean): void;
  /** The system's state of power changed. */
  setPower(power: PowerState): void;
  /** Looks for new logs now, e.g. after the system slept. Never throws. */
  rescan(): void;
  /** Starts the engine. Rejects when it cannot start; clients see why. */
  start(mode: 'once' | 'watching'): Promise<void>;
  /** Asks nothing more of the engine and stops it; what was read and alerted of is kept. */
  stop(): Promise<void>;
}

/** Builds a host; nothing is read until it is started. */
export function createHost(options: HostOptions): Host {
  const { engine, settings, logger } = options;
  const view = createSnapshotView(toTimeZone(settings.get(), options.systemTimeZone), options.nowMs);
  const alerts =
    options.alerts === null ? null : createAlerts({ ...options, ...options.alerts, settings: settings.get });
  const clients: Clients = createClients(() => attention.refresh());
  const attention = createAttention(clients.audience, engine.setAttention);
  connect({ options, view, alerts, clients });
  const pauses = createEmitter<boolean>();
  let isPaused = false;
  const setPaused = (wanted: boolean): Promise<undefined> => {
    isPaused = wanted;
    pauses.emit(wanted);
    return engine.setPaused(wanted);
  };
  const changeSettings = options.changeSettings ?? settings.update;
  return {
    handlers: createHostHandlers({ engine, view, settings, changeSettings, setPaused }),
    clients,
    settings,
    view,
    isPaused: () => isPaused,
    onPaused: pauses.on,
    setPaused: (wanted) => void setPaused(wanted),
    setPower: attention.setPower,
    rescan: () => void engine.rescan().catch((error: unknown) => logger.warn(`cannot look again: ${String(error)}`)),
    start: (mode) => start(mode, engine, view, attention),
    async stop() {
      attention.stop();
      await Promise.all([engine.stop(), alerts?.flush()]);
    },
  };
}

/** Lets news flow: from the engine to the view, the alerts and the clients, from the settings to all of them. */
function connect(parts: {
  readonly options: HostOptions;
  readonly view: SnapshotView;
  readonly alerts: Alerts | null;
  readonly clients: Clients;
}): void {
  const { view, alerts, clients } = parts;
  const { engine, settings } = parts.options;
  for (const problem of settings.problems()) view.setProblem(problem);
  const known = engine.snapshot();
  if (known !== null) view.accept(known);
  clients.publishSnapshot(view.current());
  view.onChange(clients.publishSnapshot);
  engine.onSnapshot((snapshot) => {
    view.accept(snapshot);
    alerts?.observe(snapshot);
  });
  engine.onFatal(view.setFailed);
  settings.onChange((changed) => {
    engine.setSettings(changed);
    clients.publish('settingsChanged', changed);
    if (!changed.notifications) view.clearProblem('notifications');
    if (settings.problems().every(({ id }) => id !== 'settings-values')) view.clearProblem('settings-values');
  });
}

async function start(
  mode: 'once' | 'watching',
  engine: HostEngine,
  view: SnapshotView,
  attention: AttentionReporter,
): Promise<void> {
  // Before the engine runs: it begins with what holds.
  attention.refresh();
  try {
    await engine.start(mode);
  } catch (error) {
    view.setFailed(toProblem(error));
    throw error;
  }
}

function toProblem(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : createProblem('engine-stopped', { detail: null });
}

function toTimeZone({ timeZone }: Settings, systemTimeZone: string): string {
  return timeZone === 'system' ? systemTimeZone : timeZone;
}
