import type { AlertIntent, AlertKind } from '../domain/alert-intent.ts';
import type { LimitWindow } from '../domain/limit-window.ts';
import type { LimitedBlock } from './observations.ts';

/** The facts that rules decide on. */
export interface AlertInput {
  readonly blocks: readonly LimitedBlock[];
  readonly windows: readonly LimitWindow[];
  /** The thresholds of the settings. */
  readonly thresholdsPercent: readonly number[];
  /** When the facts were collected, UTC milliseconds. The clock may have moved in either direction since the last time. */
  readonly nowMs: number;
}

/**
 * Decides when to raise alerts of one kind. Pure: everything it knows is in its memory, which is plain JSON and
 * persists across restarts. Only the rule itself reads its memory.
 */
export interface AlertRule<Kind extends AlertKind = AlertKind, Memory = unknown> {
  /** The memory out of what an earlier run stored; undefined when nothing was. Drops what is malformed. */
  parseMemory(stored: unknown): Memory;
  /** Returns the same memory if nothing is to be remembered. */
  evaluate(memory: Memory, input: AlertInput): RuleOutcome<Kind, Memory>;
}

/** The alerts to raise now, and what to remember. */
export interface RuleOutcome<Kind extends AlertKind = AlertKind, Memory = unknown> {
  readonly memory: Memory;
  readonly intents: readonly AlertIntent<Kind>[];
}
