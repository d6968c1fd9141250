import type { Handlers, HostCalls } from '../../../shared/contract/index.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import { ProblemError } from '../../../shared/domain/problem-error.ts';
import type { StatuslineInstaller } from '../statusline/installer.ts';
import {
  createAlertPipeline,
  type AlertPipeline,
  type AlertPipelineOptions,
  type AlertSetup,
} from './alerts/alert-pipeline.ts';
import { createAlertHandover } from './alerts/alert-handover.ts';
import { noAlertStores, type AlertStores } from './alerts/alert-stores.ts';
import { createChannelLoader, type LoadChannel } from '../channels/load-channel.ts';
import { createAttention, type AttentionReporter, type PowerState } from './engine/attention.ts';
import { createClients, type Clients } from './clients/clients.ts';
import type { ChangeSettings } from './settings/change-settings.ts';
import { createHostHandlers } from './calls/handlers.ts';
import type { HostEngine } from './engine/host-engine.ts';
import { createStatuslineStateWriter, type StatuslineStateWriter } from './statusline/statusline-state.ts';
import { createStatuslineWatch } from './statusline/statusline-watch.ts';
import { createZoneWatch, type ZoneWatch } from './engine/zone-watch.ts';
import { createPushSubscriptions, type PushSubscriptions } from './alerts/push-subscriptions.ts';
import { createSnapshotView, type SnapshotView } from './engine/snapshot-view.ts';

/** The host's dependencies. */
export interface HostOptions {
  readonly engine: HostEngine;
  /** Where imports of settings are noted; without it there are none. */
  readonly dataFolder?: string;
  readonly settings: SettingsStore;
  /** How settings are changed where that takes more than storing them. */
  readonly changeSettings?: ChangeSettings;
  /** Null: this host raises no alerts. */
  readonly alerts: AlertSetup | null;
  /** The history of alerts and the secrets of channels; by default there are none. */
  readonly alertStores?: AlertStores;
  /** Loads a channel to another program or machine; `createChannelLoader` by default. */
  readonly loadChannel?: LoadChannel;
  /** 0 to 1, to spread requests that must not happen everywhere at once. */
  readonly random?: () => number;
  /** The zone that the setting `system` refers to; asked again after sleep and once an hour, since people travel. */
  readonly readSystemTimeZone: () => string;
  /**
   * Enters status lines into agents' settings; `stateFolder` is the data folder in which those that are drawn find what
   * they show, null for a host that shows something else than the person's settings say. None when left out.
   */
  readonly statusline?: { readonly installer: StatuslineInstaller; readonly stateFolder: string | null };
  readonly nowMs: () => number;
  readonly logger: Logger;
}

/**
 * What every surface is built on: an engine with settings, alerts, problems and clients. A transport (IPC, HTTP, the
 * command line) connects clients and answers their calls with the host's handlers.
 */
export interface Host {
  readonly handlers: Handlers<HostCalls>;
  readonly clients: Pick<Clients, 'connect' | 'noteVisibility'>;
  readonly settings: Pick<SettingsStore, 'get' | 'onChange' | 'isFirstRun'>;
  /** The snapshot that clients see. A transport can add problems of its own. */
  readonly view: Pick<SnapshotView, 'current' | 'onChange' | 'setProblem' | 'clearProblem'>;
  /** The browsers that get alerts by push. */
  readonly push: PushSubscriptions;
  isPaused(): boolean;
  /** Calls back when reading was paused or resumed. */
  onPaused(listener: (isPaused: boolean) => void): Dispose;
  setPaused(isPaused: boolean): void;
  /** The system's power state has changed. */
  setPower(power: PowerState): void;
  /** Looks for new logs now, for example after the system slept. Never throws. */
  rescan(): void;
  /** Starts the engine. Rejects when it cannot start; clients see why. */
  start(mode: 'once' | 'watching'): Promise<void>;
  /** Stops the engine and saves what was read and which alerts were raised. */
  stop(): Promise<void>;
}

/** Builds a host; it reads nothing until it is started. */
export function createHost(options: HostOptions): Host {
  const { engine, settings, logger } = options;
  const zone = createZoneWatch(options);
  const view = createSnapshotView(zone.resolve(settings.get()).timeZone, options.nowMs);
  const stores = options.alertStores ?? noAlertStores;
  const loadChannel = options.loadChannel ?? createChannelLoader({ nowMs: options.nowMs });
  const changeSettings = options.changeSettings ?? settings.update;
  const push = createPushSubscriptions({ settings, changeSettings, secrets: stores.secrets });
  const parts = { ...options, push, view, stores, loadChannel, random: options.random ?? Math.random };
  const alerts = options.alerts === null ? null : createAlerts({ ...parts, ...options.alerts });
  const clients: Clients = createClients(() => attention.refresh());
  const attention = createAttention(clients.audience, engine.setAttention);
  const statusline = buildStatusline(options, view);
  connect({ options, view, alerts, clients, zone, statusline });
  const pauses = createEmitter<boolean>();
  let stopFollowing: Dispose | undefined;
  let isPaused = false;
  const setPaused = (wanted: boolean): Promise<undefined> => {
    isPaused = wanted;
    pauses.emit(wanted);
    return engine.setPaused(wanted);
  };
  return {
    handlers: createHostHandlers({
      ...{ ...parts, changeSettings, setPaused, dataFolder: options.dataFolder ?? null },
      statusline: options.statusline?.installer ?? null,
    }),
    clients,
    settings,
    view,
    push,
    isPaused: () => isPaused,
    onPaused: pauses.on,
    setPaused: (wanted) => void setPaused(wanted),
    setPower: attention.setPower,
    rescan() {
      zone.refresh();
      void engine.rescan().catch((error: unknown) => logger.warn(`the rescan failed: ${String(error)}`));
    },
    start(mode) {
      if (mode === 'watching') {
        statusline?.begin();
        stopFollowing ??= settings.follow?.();
      }
      return start(mode, engine, view, attention);
    },
    async stop() {
      stopFollowing?.();
      zone.stop();
      attention.stop();
      await Promise.all([engine.stop(), alerts?.stop(), statusline?.stop()]);
    },
  };
}

function createAlerts(options: AlertPipelineOptions): AlertPipeline {
  const { lock } = options;
  return lock === undefined ? createAlertPipeline(options) : createAlertHandover({ ...options, lock });
}

/** What keeps status lines up to date while this host watches. */
function buildStatusline(
  { statusline, settings, nowMs, logger }: HostOptions,
  view: SnapshotView,
): StatuslineStateWriter | null {
  if (statusline === undefined) return null;
  const { installer, stateFolder } = statusline;
  const watch = createStatuslineWatch({ installer, view, logger });
  const thresholdsPercent = (): readonly number[] => settings.get().thresholdsPercent;
  const writer =
    stateFolder === null
      ? null
      : createStatuslineStateWriter({ dataFolder: stateFolder, thresholdsPercent, nowMs, logger });
  return {
    begin() {
      watch.begin();
      writer?.begin();
    },
    observe: (snapshot) => writer?.observe(snapshot),
    async stop() {
      watch.stop();
      await writer?.stop();
    },
  };
}

/** Connects the parts: the engine feeds the view, alerts and clients; settings reach all of them. */
function connect(parts: {
  readonly options: HostOptions;
  readonly view: SnapshotView;
  readonly alerts: AlertPipeline | null;
  readonly clients: Clients;
  readonly zone: ZoneWatch;
  readonly statusline: StatuslineStateWriter | null;
}): void {
  const { view, alerts, clients, zone, statusline } = parts;
  const { engine, settings } = parts.options;
  for (const problem of settings.problems()) view.setProblem(problem);
  const known = engine.snapshot();
  if (known !== null) view.accept(known);
  clients.publishSnapshot(view.current());
  view.onChange(clients.publishSnapshot);
  engine.onSnapshot((snapshot) => {
    view.accept(snapshot);
    alerts?.observe(snapshot);
    statusline?.observe(snapshot);
  });
  engine.onFatal(view.setFailed);
  settings.onChange((changed) => {
    engine.setSettings(zone.resolve(changed));
    clients.publish('settingsChanged', changed);
    alerts?.noteSettings();
    showSettingsProblems(settings, view);
  });
}

/** Shows what is wrong with the settings now, and no longer what was. */
function showSettingsProblems(settings: SettingsStore, view: SnapshotView): void {
  const problems = settings.problems();
  for (const id of ['settings-values', 'settings-not-applied'] as const) {
    if (problems.every((problem) => problem.id !== id)) view.clearProblem(id);
  }
  for (const problem of problems) view.setProblem(problem);
}

async function start(
  mode: 'once' | 'watching',
  engine: HostEngine,
  view: SnapshotView,
  attention: AttentionReporter,
): Promise<void> {
  // Before the engine runs, so that it starts with the current state.
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
