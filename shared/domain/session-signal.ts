import type { SessionId, SourceId } from './ids.ts';

/** What an agent reports about a session: it works, waits for the person, has finished, or failed. */
export const sessionStatuses = ['working', 'waiting', 'finished', 'failed'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Why a session waits or failed, in our own words: an agent's text may contain anything. */
export const signalReasons = ['permission', 'input', 'limit', 'overloaded', 'billing', 'other'] as const;
export type SignalReason = (typeof signalReasons)[number];

/** What one call of an agent's hook says. Never a prompt, an answer or a message. */
export interface SessionSignal {
  readonly source: SourceId;
  readonly sessionId: SessionId;
  readonly status: SessionStatus;
  /** Null where there is none. */
  readonly reason: SignalReason | null;
  /** The folder it works in; null when the agent does not say. */
  readonly project: string | null;
  /** UTC milliseconds. */
  readonly atMs: number;
}
