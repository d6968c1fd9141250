import type { AlertState } from '../../../shared/alerts/alert-state.ts';
import { evaluateAlerts } from '../../../shared/alerts/evaluate.ts';
import { toAlertObservations } from '../../../shared/alerts/observations.ts';
import type { Messages } from '../../../shared/messages/catalogue.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { Notice } from '../../../shared/ports/notifier.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { AlertFile } from './alert-file.ts';

/** Notifies the person when a threshold is crossed: once in a window, and not again after a restart. */
export interface Alerts {
  /** Evaluates a new snapshot. */
  observe(snapshot: AppSnapshot): void;
  /** Saves which alerts were raised. Never rejects. */
  flush(): Promise<void>;
}

/** What alerts need. */
export interface AlertOptions {
  readonly file: AlertFile;
  readonly settings: () => Settings;
  readonly notify: (notice: Notice) => void;
  readonly messages: Pick<Messages, 'notifications'>;
  readonly nowMs: () => number;
  readonly logger: Logger;
}

/** How long a change that raised no alert may wait to be saved. */
const writeDelayMs = 30_000;

/** Builds the alerts, starting from the saved state. */
export function createAlerts(options: AlertOptions): Alerts {
  const { file, logger, nowMs } = options;
  let state: AlertState = file.state;
  let timer: NodeJS.Timeout | undefined;

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return file.write(state);
  };
  return {
    observe(snapshot) {
      const { scan, blocks, limits, sources } = snapshot.sections;
      // During the first scan, usage grows by history and crosses thresholds that were crossed long ago.
      if (scan.phase !== 'watching' && scan.phase !== 'following') return;
      const observations = toAlertObservations(blocks, limits.windows, snapshot.generatedAtMs);
      if (observations.length === 0) return;
      const settings = options.settings();
      const outcome = evaluateAlerts(state, observations, settings.thresholdsPercent);
      state = outcome.state;
      for (const intent of outcome.intents) {
        logger.info(`${intent.key} crossed ${intent.thresholdPercent}%`);
        if (!settings.notifications) continue;
        const sourceLabel = sources.find(({ source }) => source === intent.source)?.label ?? intent.source;
        const resetsInMs = intent.resetsAtMs === null ? null : intent.resetsAtMs - nowMs();
        options.notify(options.messages.notifications.passedThreshold({ ...intent, sourceLabel, resetsInMs }));
      }
      if (outcome.intents.length > 0) void flush();
      else timer ??= setTimeout(() => void flush(), writeDelayMs).unref();
    },
    flush,
  };
}
