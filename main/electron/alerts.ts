import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { parseAlertState, type AlertState } from '../../shared/alerts/alert-state.ts';
import { evaluateAlerts } from '../../shared/alerts/evaluate.ts';
import { toAlertObservations } from '../../shared/alerts/observations.ts';
import type { Messages } from '../../shared/messages/catalogue.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Notice } from '../../shared/ports/notifier.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';

/** Tells the person when a threshold is crossed: once in a window, and not again after a restart. */
export interface Alerts {
  /** Looks at a new snapshot. */
  observe(snapshot: AppSnapshot): void;
  /** Writes down what was told. Never rejects. */
  flush(): Promise<void>;
}

/** How long a change that alerted of nothing may wait to be written. */
const writeDelayMs = 30_000;

/** Builds the alerts over the state kept in `file`; a file that is missing or broken costs no more than a baseline. */
export function createAlerts(options: {
  readonly file: string;
  readonly settings: () => Settings;
  readonly notify: (notice: Notice) => void;
  readonly messages: Pick<Messages, 'notifications'>;
  readonly nowMs: () => number;
  readonly logger: Logger;
}): Alerts {
  const { file, logger, nowMs } = options;
  let state: AlertState = readState(file);
  let written = JSON.stringify(state);
  let timer: NodeJS.Timeout | undefined;
  let queue: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const text = JSON.stringify(state);
    if (text === written) return;
    try {
      await writeFile(`${file}.tmp`, text);
      await rename(`${file}.tmp`, file);
      written = text;
    } catch (error) {
      logger.error('cannot keep what was alerted of', error);
    }
  };
  const flush = (): Promise<void> => {
    queue = queue.then(write);
    return queue;
  };
  return {
    observe(snapshot) {
      const { scan, blocks, limits, sources } = snapshot.sections;
      // While the logs are still being read, usage grows by history and crosses thresholds that were crossed long ago.
      if (scan.phase !== 'watching' && scan.phase !== 'following') return;
      const observations = toAlertObservations(blocks, limits.windows, snapshot.generatedAtMs);
      if (observations.length === 0) return;
      const settings = options.settings();
      const outcome = evaluateAlerts(state, observations, settings.thresholdsPercent);
      state = outcome.state;
      for (const intent of outcome.intents) {
        logger.info(`${intent.key} crossed ${intent.thresholdPercent}%`);
        if (!settings.notifications) continue;
        const label = sources.find(({ source }) => source === intent.source)?.label ?? intent.source;
        options.notify(
          options.messages.notifications.passedThreshold({
            ...intent,
            sourceLabel: label,
            resetsInMs: intent.resetsAtMs === null ? null : intent.resetsAtMs - nowMs(),
          }),
        );
      }
      if (outcome.intents.length > 0) void flush();
      else timer ??= setTimeout(() => void flush(), writeDelayMs).unref();
    },
    flush,
  };
}

function readState(file: string): AlertState {
  try {
    return parseAlertState(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return parseAlertState(null);
  }
}
