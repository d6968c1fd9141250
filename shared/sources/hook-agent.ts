import type { SessionSignal, SessionStatus } from '../domain/session-signal.ts';
import type { JsonRecord } from './lib/json-record.ts';

/** What a hook heard: a signal without its time and agent. */
export interface HeardHook extends Pick<SessionSignal, 'sessionId' | 'reason' | 'project'> {
  /** Null: nothing that changes what is known of the session. */
  readonly status: SessionStatus | null;
  /** The agent waits for an answer before its next step, and can be stopped by it. */
  readonly isStep: boolean;
}

/** What an agent's hook says of the provider's limits. */
export interface HookLimits {
  /** The file below our data folder in which it is noted, and where a stream of the agent's source reads it. */
  readonly path: readonly string[];
  /** The line to note, without a word of the agent's; null when a call says nothing of a limit. Total. */
  read(payload: JsonRecord, atMs: number): JsonRecord | null;
}

/** An agent that runs a program of the person when something happens to a session. */
export interface HookAgent {
  readonly source: string;
  /** What a call says; null when it says nothing of a session. Total: anything can be in it. */
  hear(payload: JsonRecord): HeardHook | null;
  /** Null: its hooks say nothing of limits. */
  readonly limits: HookLimits | null;
  /** The answer that stops a session, in the agent's own form, with a reason for the person. Null if its hooks cannot. */
  readonly toStopAnswer: ((reason: string) => string) | null;
  /** What the person adds to the agent's settings, for a command that runs this program; with the name of the file. */
  toSettings(command: readonly string[]): { readonly file: string; readonly text: string };
}
