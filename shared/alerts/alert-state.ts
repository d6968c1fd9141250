import * as v from 'valibot';
import type { AlertKind } from '../domain/alert-intent.ts';
import type { AlertRule } from './alert-rule.ts';
import { parseGate, type GateMemory } from './gate.ts';
import { parseOutbox, type Outbox } from './outbox.ts';
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

/** The state of a process that has just handed over. Unlike after a restart, no usage has gone unseen. */
export function continueAlertState(state: AlertState): AlertState {
  return Object.fromEntries(
    namedRules.map(([kind, rule]) => [kind, rule.continueMemory?.(state[kind]) ?? state[kind]]),
  ) as AlertState;
}

/**
 * Everything about alerts that outlives the app, in one place, so that one write both records what was raised and
 * queues it.
 */
export interface StoredAlerts {
  readonly state: AlertState;
  readonly gate: GateMemory;
  /** Alerts that passed and wait to be shown on this desktop. */
  readonly desktopGate: GateMemory;
  readonly outbox: Outbox;
}

/** Parses all of it; what is missing or malformed counts as nothing. */
export function parseStoredAlerts(stored: unknown): StoredAlerts {
  const { gate, desktopGate, outbox } = (typeof stored === 'object' ? (stored ?? {}) : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    state: parseAlertState(stored),
    gate: parseGate(gate),
    desktopGate: parseGate(desktopGate),
    outbox: parseOutbox(outbox),
  };
}

/** The stored form: plain JSON, which a version that only knows rules can read, too. */
export function toStoredAlerts({ state, gate, desktopGate, outbox }: StoredAlerts): unknown {
  return { schema, rules: state, gate, desktopGate, outbox };
}

function findMemories(stored: unknown): Partial<Readonly<Record<AlertKind, unknown>>> {
  if (typeof stored === 'object' && stored !== null && !('schema' in stored)) return { threshold: stored };
  const parsed = v.safeParse(storedSchema, stored);
  return parsed.success ? parsed.output.rules : {};
}
