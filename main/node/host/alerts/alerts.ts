import type { AlertInput, PeriodCost, PeriodSoFar } from '../../../../shared/alerts/alert-rule.ts';
import { evaluateAlerts } from '../../../../shared/alerts/evaluate.ts';
import { passGate } from '../../../../shared/alerts/gate.ts';
import { toNextEvaluationMs } from '../../../../shared/alerts/next-evaluation.ts';
import { addToOutbox } from '../../../../shared/alerts/outbox.ts';
import { mustWait } from '../../../../shared/alerts/waiting.ts';
import type { AlertIntent, AlertKind, RaisedAlert } from '../../../../shared/domain/alert-intent.ts';
import type { Incident } from '../../../../shared/domain/incident.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { SessionSignal } from '../../../../shared/domain/session-signal.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import type { AlertHistory } from './alert-history.ts';
import { toAlertInput } from './alert-input.ts';
import type { AlertMemory } from './alert-memory.ts';

/** Alerts the user by the rules of `shared/alerts`: once for each thing, and not again after a restart. */
export interface Alerts {
  /** Evaluates a new snapshot, and again when time alone may raise an alert. */
  observe(snapshot: AppSnapshot): void;
  /** Settings have changed: what waits may pass now. */
  reconsider(): void;
  /** Saves which alerts were raised, and evaluates nothing more. Never rejects. */
  flush(): Promise<void>;
}

/** What alerts need. */
export interface AlertOptions {
  readonly memory: AlertMemory;
  readonly history: Pick<AlertHistory, 'add' | 'setState' | 'setDelivery' | 'flush'>;
  readonly settings: () => Settings;
  /** Shows an alert on this machine. */
  readonly show: (alert: RaisedAlert) => void;
  /** There is something new in the outbox, and it is saved. */
  readonly onQueued: () => void;
  /** The cost of this month so far, where it is known. */
  readonly monthCost: (snapshot: AppSnapshot) => PeriodCost | null;
  readonly endedPeriods: (snapshot: AppSnapshot) => readonly PeriodSoFar[];
  /** What agents' hooks said of their sessions. */
  readonly signals?: () => readonly SessionSignal[];
  /** What providers' status pages report. */
  readonly incidents?: () => readonly Incident[];
  /** Acts on an alert at once, whatever keeps it from being shown. */
  readonly onRaised?: (intent: AlertIntent) => void;
  /** Whether the system's do-not-disturb mode keeps back what would be delivered now; asked only then. */
  readonly isDoNotDisturb?: () => boolean;
  readonly nowMs: () => number;
}

/** Builds the alerts, starting from the saved state. */
export function createAlerts(options: AlertOptions): Alerts {
  const { memory, settings, nowMs } = options;
  let waiting: NodeJS.Timeout | undefined;
  let latest: AppSnapshot | null = null;

  const evaluate = (snapshot: AppSnapshot, atMs: number): void => {
    clearTimeout(waiting);
    // During the first scan, usage grows by history and crosses thresholds that were crossed long ago.
    const { phase } = snapshot.sections.scan;
    if (phase !== 'watching' && phase !== 'following') return;
    const input = toAlertInput(snapshot, {
      settings: settings(),
      monthCost: options.monthCost(snapshot),
      endedPeriods: options.endedPeriods(snapshot),
      signals: options.signals?.() ?? [],
      incidents: options.incidents?.() ?? [],
      nowMs: atMs,
    });
    const gateNextMs = raise(options, input);
    const nextMs = earliest(gateNextMs, toNextEvaluationMs(input));
    if (nextMs === null) return;
    // A snapshot holds facts, so there is no new one when a reading becomes stale. A timer holds 24 days at most.
    const waitMs = Math.min(Math.max(0, nextMs - nowMs()), 24 * 60 * minuteMs);
    waiting = setTimeout(() => evaluate(snapshot, Math.max(nextMs, nowMs())), waitMs).unref();
  };
  return {
    observe(snapshot) {
      latest = snapshot;
      evaluate(snapshot, snapshot.generatedAtMs);
    },
    reconsider() {
      if (latest !== null) evaluate(latest, Math.max(latest.generatedAtMs, nowMs()));
    },
    flush() {
      clearTimeout(waiting);
      latest = null;
      return memory.save();
    },
  };
}

/** Raises new alerts, passes on those that may pass, and returns the earliest time at which a waiting one may. */
function raise(options: AlertOptions, input: AlertInput): number | null {
  const { memory, history } = options;
  const before = memory.current();
  const { state, intents } = evaluateAlerts(before.state, input);
  const raised = intents.map((intent) => toRaised(intent, input.nowMs));
  const channels = options.settings().alertChannels.flatMap(({ id, isOn }) => (isOn ? [id] : []));
  const { choices } = input;
  const isDisturbing = (): boolean => choices.waitsForDoNotDisturb && options.isDoNotDisturb?.() === true;
  // Where nothing is sent elsewhere, or that waits as well, there is one thing to decide.
  const waitsAsOne = choices.channelsWaitForDoNotDisturb || channels.length === 0;
  const terms = { nowMs: input.nowMs, isOn: (kind: AlertKind) => choices[kind].isOn };
  const outcome = passGate(before.gate, raised, {
    ...terms,
    mustWait: (kind) => mustWait(kind, choices, input.local, input.nowMs) || (waitsAsOne && isDisturbing()),
    coolDownMs: choices.coolDownMinutes * minuteMs,
  });
  const desktop = passGate(before.desktopGate, outcome.passed, {
    ...terms,
    mustWait: () => !waitsAsOne && isDisturbing(),
    coolDownMs: 0,
  });
  for (const alert of raised) {
    history.add(alert, 'held');
    options.onRaised?.(alert.intent);
  }
  for (const { id, state: became } of outcome.notes) history.setState(id, became);
  for (const { id } of outcome.passed) {
    history.setState(id, 'passed');
    for (const channel of channels) {
      history.setDelivery(id, { channel, state: 'waiting', atMs: input.nowMs, failure: null });
    }
  }
  const outbox = outcome.passed.reduce(
    (queue, alert) => addToOutbox(queue, alert, channels, input.nowMs),
    before.outbox,
  );
  memory.change({ state, gate: outcome.memory, desktopGate: desktop.memory, outbox });
  for (const alert of desktop.passed) options.show(alert);
  const isNews =
    raised.length > 0 || outcome.passed.length > 0 || desktop.passed.length > 0 || outcome.notes.length > 0;
  // Before anything is sent: after a crash, the history must be able to say that it may have arrived.
  if (isNews) void Promise.all([memory.save(), history.flush()]).then(options.onQueued);
  else if (state !== before.state) memory.saveSoon();
  return earliest(outcome.nextMs, desktop.nextMs);
}

function toRaised(intent: AlertIntent, nowMs: number): RaisedAlert {
  const raisedAtMs = Math.round(nowMs);
  return { id: hashText(JSON.stringify([raisedAtMs, intent])), raisedAtMs, intent };
}

function earliest(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.min(left, right);
}
