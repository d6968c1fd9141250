/** One limit window as an agent shows it in its status line. */
export interface StatusLimit {
  /** The agent's own name of the window. */
  readonly name: string;
  readonly windowMinutes: number | null;
  /** Share that is used up; over 100 where the provider allows overage. */
  readonly usedPercent: number;
  readonly resetsAtMs: number | null;
}

/** How full an agent's context is. Null: the agent did not say. */
export interface StatusContext {
  readonly usedTokens: number | null;
  readonly sizeTokens: number | null;
  /** Share of the whole window, 0 to 100. */
  readonly usedPercent: number | null;
  /** Where the agent is expected to compact, which no payload says: an estimate. */
  readonly compactsAtTokens: number | null;
}

/** The provider's cache of the prompt, as the agent sees it. */
export interface StatusCache {
  readonly isWarm: boolean;
  readonly expiresAtMs: number | null;
  readonly ttlMs: number | null;
  /** Share of prompt tokens that came from the cache, 0 to 100. */
  readonly hitPercent: number | null;
}

/**
 * What an agent passes to a status line about its session, in our words and units. Every field is null
 * where this version of the agent does not provide it.
 */
export interface AgentStatus {
  readonly sessionId: string | null;
  readonly title: string | null;
  readonly folder: string | null;
  readonly projectFolder: string | null;
  readonly model: string | null;
  readonly effort: string | null;
  readonly isThinking: boolean | null;
  readonly isFast: boolean | null;
  readonly context: StatusContext | null;
  /** Shortest first. */
  readonly limits: readonly StatusLimit[];
  readonly cache: StatusCache | null;
  /** The agent's own estimate. */
  readonly costUsd: number | null;
  readonly durationMs: number | null;
  readonly apiDurationMs: number | null;
  readonly linesAdded: number | null;
  readonly linesRemoved: number | null;
  /** Output tokens of the last response. */
  readonly lastOutputTokens: number | null;
  readonly worktree: string | null;
  readonly pullRequest: { readonly number: number; readonly kind: string | null } | null;
  /** The name of the agent that the session runs as, if it is not the main one. */
  readonly agentName: string | null;
}

/** A task that runs beside a session, such as a subagent. */
export interface StatusTask {
  readonly id: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly startedAtMs: number | null;
  readonly tokens: number | null;
  readonly contextSizeTokens: number | null;
}

/** Nothing is known about the session, or there is none. */
export const noStatus: AgentStatus = {
  sessionId: null,
  title: null,
  folder: null,
  projectFolder: null,
  model: null,
  effort: null,
  isThinking: null,
  isFast: null,
  context: null,
  limits: [],
  cache: null,
  costUsd: null,
  durationMs: null,
  apiDurationMs: null,
  linesAdded: null,
  linesRemoved: null,
  lastOutputTokens: null,
  worktree: null,
  pullRequest: null,
  agentName: null,
};
