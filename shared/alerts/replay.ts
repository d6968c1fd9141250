import type { AlertIntent, AlertKind } from '../domain/alert-intent.ts';
import type { AlertInput } from './alert-rule.ts';
import { parseAlertState } from './alert-state.ts';
import { evaluateAlerts } from './evaluate.ts';

/** What a rule would have raised, and when. */
export interface Replayed {
  readonly atMs: number;
  readonly intent: AlertIntent;
}

/**
 * Kinds that depend on facts without a history: processes, what was known about a session at the time, and how logs
 * grow.
 */
export const untriedKinds: readonly AlertKind[] = [
  ...(['anomaly', 'allowance', 'busy-agent', 'session', 'guard', 'orphan'] as const),
  ...(['silent-source', 'expiring-logs', 'incident', 'digest'] as const),
];

/** Shows facts of the past to the rules, in order of time, as if the app had started with the first of them. */
export function replayAlerts(inputs: Iterable<AlertInput>): readonly Replayed[] {
  let state = parseAlertState(null);
  const replayed: Replayed[] = [];
  for (const input of inputs) {
    const outcome = evaluateAlerts(state, input);
    state = outcome.state;
    for (const intent of outcome.intents) replayed.push({ atMs: input.nowMs, intent });
  }
  return replayed;
}
