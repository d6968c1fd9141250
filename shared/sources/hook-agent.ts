import type { SessionSignal, SessionStatus } from '../domain/session-signal.ts';
import type { HookSettingsFile } from './lib/hook-settings.ts';
import type { JsonRecord } from '../lib/json-record.ts';

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
  /** The answer that stops a session at a step, in the agent's own form, with a reason for the person. Null if its hooks cannot. */
  readonly toStopAnswer: ((reason: string, payload: JsonRecord) => string) | null;
  readonly settings: HookSettings;
}

/** Where the person lets an agent run our hook. */
export interface HookSettings extends HookSettingsFile {
  /** The file's name, as people write it. */
  readonly place: string;
  /** The agent runs new hooks only once the person has reviewed them there. */
  readonly needsTrust: boolean;
}
