import * as v from 'valibot';
import type { AlertKind } from '../domain/alert-intent.ts';
import type { AlertRule } from './alert-rule.ts';
import { alertRules } from './rules/all-rules.ts';

/** What every rule remembers, by the rule's name. */
export type AlertState = Readonly<Record<AlertKind, unknown>>;

/** Version of the stored form. The first form had none: it was the memory of the rule `threshold` alone. */
const schema = 2;

const storedSchema = v.object({ schema: v.literal(schema), rules: v.record(v.string(), v.unknown()) });

/** Every rule with its name. */
export const namedRules = Object.entries(alertRules) as readonly (readonly [AlertKind, AlertRule])[];

/** Parses what an earlier run stored, in this form or the first one; anything else counts as nothing. */
export function parseAlertState(stored: unknown): AlertState {
  const memories = findMemories(stored);
  return Object.fromEntries(namedRules.map(([kind, rule]) => [kind, rule.parseMemory(memories[kind])])) as AlertState;
}

/** The state as it is stored: plain JSON. */
export function toStoredAlerts(state: AlertState): unknown {
  return { schema, rules: state };
}

function findMemories(stored: unknown): Partial<Readonly<Record<AlertKind, unknown>>> {
  if (typeof stored === 'object' && stored !== null && !('schema' in stored)) return { threshold: stored };
  const parsed = v.safeParse(storedSchema, stored);
  return parsed.success ? parsed.output.rules : {};
}
