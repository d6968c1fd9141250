import type { SessionId, SourceId } from './ids.ts';
import type { ListeningPort } from './process-details.ts';

/** The kind of program: a command line, a desktop app, an editor, a server for other programs, or a local model. */
export const programCategories = ['cli', 'desktop', 'ide', 'server', 'local'] as const;

export type ProgramCategory = (typeof programCategories)[number];

/** Identifies a process until the system restarts: a pid alone is reused. */
export interface ProcessId {
  readonly pid: number;
  /** UTC milliseconds. */
  readonly startedAtMs: number;
}

/** How sure it is that a process works on a session. */
export const joinConfidences = ['certain', 'likely', 'possible'] as const;

/** What shows that a process works on a session: it holds the log open, was started with its id, or runs in its folder. */
export const joinEvidences = ['open-file', 'command-line', 'folder'] as const;

/** The session that an agent's process works on. */
export interface SessionLink {
  readonly source: SourceId;
  readonly sessionId: SessionId;
  readonly confidence: (typeof joinConfidences)[number];
  readonly evidence: (typeof joinEvidences)[number];
}

/** A running agent: the root process and everything it started. */
export interface AgentProcess extends ProcessId {
  readonly agent: string;
  readonly label: string;
  readonly category: ProgramCategory;
  readonly cwd: string | null;
  /** Number of processes in the tree, including the root. */
  readonly processes: number;
  /** CPU use of the whole tree since the last sample, as a ratio of one core; null at the first sample. */
  readonly cpuRatio: number | null;
  readonly rssBytes: number;
  /** The tree's root was paused by a signal; null where the system does not say. */
  readonly isPaused: boolean | null;
  /** The session that it works on; null when none is known. */
  readonly session: SessionLink | null;
}

/** What a process in an agent's tree is. */
export const memberKinds = ['agent', 'mcp-server', 'language-server', 'shell', 'other'] as const;

/** One process of a tree. Never its command line, which may hold a prompt or a secret. */
export interface TreeMember extends ProcessId {
  readonly parentPid: number;
  /** The executable, or the script that an interpreter runs; without its folder. */
  readonly name: string;
  readonly kind: (typeof memberKinds)[number];
  readonly cpuRatio: number | null;
  readonly rssBytes: number;
  readonly isPaused: boolean | null;
  /** TCP ports that it listens on; null when they are not known. */
  readonly ports: readonly ListeningPort[] | null;
}

/** The root process of an agent that started another. */
export interface StartedBy extends ProcessId {
  readonly label: string;
  /** The session that it works on; null when none is known. */
  readonly sessionId: SessionId | null;
}

/** A running agent with all of its processes, as a query returns it. */
export interface AgentTreeRow extends AgentProcess {
  readonly parentPid: number;
  /** Its parent is gone: its terminal was closed. */
  readonly isDetached: boolean;
  /** The agent in whose tree it was started, such as the one that called it as a subagent; null for none. */
  readonly startedBy: StartedBy | null;
  /** Memory with shared pages divided among those that share them; null where it is unknown. */
  readonly pssBytes: number | null;
  /** When its session last used tokens, UTC milliseconds; null when no session is known. */
  readonly lastEventAtMs: number | null;
  /** Its session has been quiet for hours, and it still holds memory. */
  readonly isIdle: boolean;
  /** The root first, every parent before its children. */
  readonly members: readonly TreeMember[];
}

/** How it is known that a process was left behind: it was seen as an agent's child, or looks like one without a parent. */
export const orphanEvidences = ['seen', 'looks'] as const;

/** Processes that outlived the agent that started them: the oldest, and what it started. */
export interface OrphanGroup {
  /** The agent that started them; null when it was gone before we first looked. */
  readonly agent: string | null;
  readonly label: string | null;
  readonly evidence: (typeof orphanEvidences)[number];
  /** The session that their agent worked on; null when none is known. */
  readonly session: SessionLink | null;
  /** Since when their agent is known to be gone, UTC milliseconds; null when it was gone before we first looked. */
  readonly agentGoneAtMs: number | null;
  readonly cpuRatio: number | null;
  readonly rssBytes: number;
  readonly members: readonly TreeMember[];
}

/** The outcome of ending, pausing or resuming a process. */
export const signalOutcomes = [
  /** It has ended, or is paused or resumed. */
  'done',
  /** It did not end when asked, and was ended by force. */
  'forced',
  /** It had ended before, or its pid belongs to another process by now. */
  'gone',
  /** It is not an agent, was not started by one, and was not left behind by one. */
  'not-ours',
  /** The system does not allow it. */
  'refused',
  /** The system cannot do this. */
  'unsupported',
] as const;

/** The outcome for one process. */
export interface SignalResult extends ProcessId {
  readonly outcome: (typeof signalOutcomes)[number];
}

/** What Fuelgauge itself costs. */
export interface OwnCost {
  /** Number of its processes. */
  readonly processes: number;
  /** CPU use as a ratio of one core, over the last hour or since it started; null before the second sample. */
  readonly cpuRatio: number | null;
  /** Since when that is measured, UTC milliseconds. */
  readonly sinceMs: number;
  readonly rssBytes: number;
  /** Memory with shared pages divided, while no window was open; null where, or as long as, it is unknown. */
  readonly pssBytes: number | null;
  /** Bytes that its main process has caused to be written to disk since it started; null where the system does not say. */
  readonly writtenBytes: number | null;
  /**
   * Wake-ups of all threads of its processes, per second, over the same time: waits that ended, without preemptions. Null
   * where the system does not say, and before the second reading.
   */
  readonly wakeUpsPerSecond: number | null;
}

/** What Fuelgauge may cost while no window is open, before it warns. */
export interface OwnBudget {
  /** CPU as a ratio of one core over an hour. */
  readonly cpuRatio: number;
  readonly memoryBytes: number;
}
