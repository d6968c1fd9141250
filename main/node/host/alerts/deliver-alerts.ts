import type { Alert, AlertChannel } from '../../../../shared/ports/alert-channel.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { SnapshotView } from '../engine/snapshot-view.ts';

/** A channel, and whether the user wants it. */
export interface HostChannel {
  readonly channel: AlertChannel;
  readonly isOn: (settings: Settings) => boolean;
}

/** Delivers alerts on every channel that is on. */
export interface AlertDelivery {
  /** Hands the alert to each channel once. Channels do not wait for each other, and a failure of one stays its own. */
  deliver(alert: Alert): void;
  /** Settings have changed: a channel that is off has no problems. */
  noteSettings(): void;
}

/** Builds the delivery. A failure is shown as the channel's problem until the channel succeeds or is turned off. */
export function createAlertDelivery(options: {
  readonly channels: readonly HostChannel[];
  readonly settings: () => Settings;
  readonly view: Pick<SnapshotView, 'setProblem' | 'clearProblem'>;
  readonly logger: Logger;
}): AlertDelivery {
  const { channels, settings, view, logger } = options;
  const deliverOn = async ({ channel, isOn }: HostChannel, alert: Alert): Promise<void> => {
    try {
      const outcome = await channel.deliver(alert);
      if (outcome.ok) return clearProblem(channel, view);
      logger.warn(
        `the channel ${channel.name} could not deliver an alert: ${JSON.stringify(outcome.error.parameters)}`,
      );
      if (isOn(settings())) view.setProblem(outcome.error);
    } catch (error) {
      logger.error(`the channel ${channel.name} failed`, error);
    }
  };
  return {
    deliver(alert) {
      for (const each of channels) if (each.isOn(settings())) void deliverOn(each, alert);
    },
    noteSettings() {
      for (const { channel, isOn } of channels) if (!isOn(settings())) clearProblem(channel, view);
    },
  };
}

function clearProblem({ problemId }: AlertChannel, view: Pick<SnapshotView, 'clearProblem'>): void {
  if (problemId !== null) view.clearProblem(problemId);
}
