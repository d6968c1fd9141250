import type { AlertIntent, AlertKind } from '../domain/alert-intent.ts';
import type { AlertInput } from './alert-rule.ts';
import { namedRules, type AlertState } from './alert-state.ts';

/**
 * Asks every rule which alerts to raise now. A rule that is off keeps watching, so that turning it on announces nothing
 * old. Returns the same state if there is nothing new to remember.
 */
export function evaluateAlerts(
  state: AlertState,
  input: AlertInput,
): { readonly state: AlertState; readonly intents: readonly AlertIntent[] } {
  const outcomes = namedRules.map(([kind, rule]) => ({ kind, ...rule.evaluate(state[kind], input) }));
  const intents = outcomes.flatMap((outcome) => (input.choices[outcome.kind].isOn ? outcome.intents : []));
  if (outcomes.every(({ kind, memory }) => memory === state[kind])) return { state, intents };
  const memories = outcomes.map(({ kind, memory }): readonly [AlertKind, unknown] => [kind, memory]);
  return { state: Object.fromEntries(memories) as AlertState, intents };
}
