import type { AlertState } from '../../../shared/alerts/alert-state.ts';
import { evaluateAlerts } from '../../../shared/alerts/evaluate.ts';
import { toNextObservationMs } from '../../../shared/alerts/observations.ts';
import type { AlertIntent } from '../../../shared/domain/alert-intent.ts';
import type { Messages } from '../../../shared/messages/catalogue.ts';
import { describeAlert } from '../../../shared/messages/describe-alert.ts';
import type { Alert } from '../../../shared/ports/alert-channel.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { AlertFile } from './alert-file.ts';

/** Alerts the user by the rules of `shared/alerts`: once for each thing, and not again after a restart. */
export interface Alerts {
  /** Evaluates a new snapshot, and again when a reading in it becomes stale. */
  observe(snapshot: AppSnapshot): void;
  /** Saves which alerts were raised, and evaluates nothing more. Never rejects. */
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
  const { file, nowMs } = options;
  let state: AlertState = file.state;
  let saving: NodeJS.Timeout | undefined;
  let waiting: NodeJS.Timeout | undefined;

  const save = (): Promise<void> => {
    clearTimeout(saving);
    saving = undefined;
    return file.write(state);
  };
  const evaluate = ({ sections: { scan, blocks, limits, sources } }: AppSnapshot, atMs: number): void => {
    // During the first scan, usage grows by history and crosses thresholds that were crossed long ago.
    if (scan.phase !== 'watching' && scan.phase !== 'following') return;
    const { thresholdsPercent } = options.settings();
    const outcome = evaluateAlerts(state, { blocks, windows: limits.windows, thresholdsPercent, nowMs: atMs });
    if (outcome.state === state) return;
    state = outcome.state;
    const toNotice = (intent: AlertIntent): Alert['notice'] => {
      const sourceLabel = sources.find(({ source }) => source === intent.source)?.label ?? intent.source;
      return describeAlert(intent, { sourceLabel, nowMs: nowMs() }, options.messages);
    };
    for (const intent of outcome.intents) options.deliver({ intent, notice: toNotice(intent) });
    if (outcome.intents.length > 0) void save();
    else saving ??= setTimeout(() => void save(), writeDelayMs).unref();
  };
  /** A snapshot holds facts, so there is no new one when a reading becomes stale. */
  const evaluateLater = (snapshot: AppSnapshot, atMs: number): void => {
    clearTimeout(waiting);
    const { blocks, limits } = snapshot.sections;
    const nextMs = toNextObservationMs(blocks, limits.windows, atMs);
    if (nextMs === null) return;
    const evaluateAgain = (): void => {
      const thenMs = Math.max(nextMs, nowMs());
      evaluate(snapshot, thenMs);
      evaluateLater(snapshot, thenMs);
    };
    waiting = setTimeout(evaluateAgain, Math.max(0, nextMs - nowMs())).unref();
  };
  return {
    observe(snapshot) {
      evaluate(snapshot, snapshot.generatedAtMs);
      evaluateLater(snapshot, snapshot.generatedAtMs);
    },
    flush() {
      clearTimeout(waiting);
      return save();
    },
  };
}
