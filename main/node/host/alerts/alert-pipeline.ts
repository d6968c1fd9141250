import type { RaisedAlert } from '../../../../shared/domain/alert-intent.ts';
import type { SessionSignal } from '../../../../shared/domain/session-signal.ts';
import type { Messages } from '../../../../shared/messages/catalogue.ts';
import type { DoNotDisturbProbe } from '../../../../shared/ports/do-not-disturb-probe.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { SendOutcome } from '../../../../shared/ports/message-channel.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import { createGet } from '../../channels/http/get.ts';
import type { LoadChannel } from '../../channels/load-channel.ts';
import { createProjectNames, nameProject } from '../../engine/project-names.ts';
import type { AlertLock } from './alert-lock.ts';
import type { AlertFile } from './alert-file.ts';
import { createAlertMemory } from './alert-memory.ts';
import type { AlertStores } from './alert-stores.ts';
import { createAlertWords } from './alert-words.ts';
import { createAlerts, type Alerts } from './alerts.ts';
import { createChannels } from './all-channels.ts';
import { createAlertDelivery, type HostChannel } from './deliver-alerts.ts';
import { createDoNotDisturb } from './do-not-disturb.ts';
import type { HookInbox } from './hook-inbox.ts';
import type { HostEngine } from '../engine/host-engine.ts';
import { createIncidentWatch, listStatusPages } from './incident-watch.ts';
import { createEndedPeriods } from './ended-periods.ts';
import { createMonthSpend } from './month-spend.ts';
import { createOutboxRunner, type OutboxOptions } from './outbox-runner.ts';
import type { PushSubscriptions } from './push-subscriptions.ts';
import { createSessionGuard } from './session-guard.ts';
import type { SnapshotView } from '../engine/snapshot-view.ts';

/** How a host raises alerts. */
export interface AlertSetup {
  readonly file: AlertFile;
  readonly messages: Pick<Messages, 'notifications'>;
  /** The channels of its system, besides those that every host has. */
  readonly channels: readonly HostChannel[];
  /** Where several hosts share a data folder: which of them alerts. Without it, this one does. */
  readonly lock?: AlertLock;
  /** What agents' hooks say, and whom they stop. Without it, nothing is known of sessions that wait. */
  readonly hooks?: HookInbox;
  /** Says whether the system's do-not-disturb mode is on. Without it, nothing waits for that. */
  readonly doNotDisturb?: DoNotDisturbProbe;
}

/** What alerts are built on. */
export interface AlertPipelineOptions extends AlertSetup {
  readonly engine: Pick<HostEngine, 'totals' | 'processes' | 'pauseProcesses'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly stores: AlertStores;
  readonly loadChannel: LoadChannel;
  readonly push: Pick<PushSubscriptions, 'forget'>;
  readonly view: SnapshotView;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly logger: Logger;
}

/** Alerts from rule to channel. */
export interface AlertPipeline extends Pick<Alerts, 'observe'> {
  noteSettings(): void;
  /** Saves everything; never rejects. */
  stop(): Promise<void>;
}

/** What agents' hooks noted, with the projects called, or hidden, as the settings say. */
function readSignals({ hooks, settings }: Pick<AlertPipelineOptions, 'hooks' | 'settings'>): readonly SessionSignal[] {
  const names = createProjectNames(settings.get().projects);
  return (hooks?.signals() ?? []).map((signal) => nameProject(names, signal));
}

/** Makes one attempt. A browser that its push service no longer knows is forgotten. */
function createSender({ stores, loadChannel, push }: AlertPipelineOptions): OutboxOptions['send'] {
  return async (config, message) => {
    const secret = await stores.secrets.read(config.id);
    const channel = await loadChannel(config, secret);
    const outcome = await channel.send(message);
    if (config.kind === 'web-push' && isGone(outcome)) await push.forget(config.id, secret);
    return outcome;
  };
}

/** https://www.rfc-editor.org/rfc/rfc8030#section-7.3: 404; services answer 410, too. */
function isGone(outcome: SendOutcome): boolean {
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'refused') return false;
  return outcome.failure.status === 404 || outcome.failure.status === 410;
}

/** Puts together rules, gate, outbox and channels. */
export function createAlertPipeline(options: AlertPipelineOptions): AlertPipeline {
  const { view, stores, logger } = options;
  const settings = options.settings.get;
  const words = createAlertWords({ ...options, snapshot: view.current });
  const memory = createAlertMemory(options.file);
  const channels = [...createChannels(logger), ...options.channels];
  const delivery = createAlertDelivery({ ...options, channels, settings });
  const runner = createOutboxRunner({
    ...options,
    memory,
    history: stores.history,
    channels: () => settings().alertChannels,
    toMessage: words.toMessage,
    send: createSender(options),
  });
  const show = ({ intent }: RaisedAlert): void => delivery.deliver({ intent, notice: words.describe(intent) });
  const sums = { ...options, settings, onChange: () => alerts.reconsider() };
  const [monthCost, endedPeriods] = [createMonthSpend(sums), createEndedPeriods(sums)];
  const incidents = createIncidentWatch({
    ...options,
    pages: () => listStatusPages(settings().alertChoices.incident, view.current().sections.sources),
    get: createGet(),
    onChange: () => alerts.reconsider(),
  });
  const alerts: Alerts = createAlerts({
    ...options,
    ...{ memory, settings, show, monthCost, endedPeriods },
    history: stores.history,
    onQueued: runner.run,
    signals: () => readSignals(options),
    incidents: incidents.current,
    isDoNotDisturb: toDoNotDisturb(options, () => alerts.reconsider()),
    onRaised: createSessionGuard(options),
  });
  const stopListening = options.hooks?.onChange(alerts.reconsider);
  // What an earlier run left in the outbox.
  runner.run();
  return {
    observe(snapshot) {
      incidents.refresh();
      alerts.observe(snapshot);
    },
    noteSettings() {
      delivery.noteSettings();
      incidents.refresh();
      alerts.reconsider();
      runner.run();
    },
    async stop() {
      stopListening?.();
      incidents.stop();
      await alerts.flush();
      await runner.stop();
      await Promise.all([memory.save(), stores.history.flush()]);
    },
  };
}

function toDoNotDisturb({ doNotDisturb, nowMs }: AlertPipelineOptions, onAnswer: () => void): () => boolean {
  return doNotDisturb === undefined ? () => false : createDoNotDisturb({ probe: doNotDisturb, nowMs, onAnswer });
}
