import type { AlertState } from '../../../shared/alerts/alert-state.ts';
import { evaluateAlerts } from '../../../shared/alerts/evaluate.ts';
import type { AlertIntent } from '../../../shared/domain/alert-intent.ts';
import type { Messages } from '../../../shared/messages/catalogue.ts';
import { describeAlert } from '../../../shared/messages/describe-alert.ts';
import type { Alert } from '../../../shared/ports/alert-channel.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { AlertFile } from './alert-file.ts';

/** Alerts the user by the rules of `shared/alerts`: once for each thing, and not again after a restart. */
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
  readonly deliver: (alert: Alert) => void;
  readonly messages: Pick<Messages, 'notifications'>;
  readonly nowMs: () => number;
}

/** How long a change that raised no alert may wait to be saved. */
const writeDelayMs = 30_000;

/** Builds the alerts, starting from the saved state. */
export function createAlerts(options: AlertOptions): Alerts {
  const { file } = options;
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
      const { thresholdsPercent } = options.settings();
      const input = { blocks, windows: limits.windows, thresholdsPercent, nowMs: snapshot.generatedAtMs };
      const outcome = evaluateAlerts(state, input);
      if (outcome.state === state) return;
      state = outcome.state;
      const toNotice = (intent: AlertIntent): Alert['notice'] => {
        const sourceLabel = sources.find(({ source }) => source === intent.source)?.label ?? intent.source;
        return describeAlert(intent, { sourceLabel, nowMs: options.nowMs() }, options.messages);
      };
      for (const intent of outcome.intents) options.deliver({ intent, notice: toNotice(intent) });
      if (outcome.intents.length > 0) void flush();
      else timer ??= setTimeout(() => void flush(), writeDelayMs).unref();
    },
    flush,
  };
}
