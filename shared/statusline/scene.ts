import type { AgentStatus } from '../domain/agent-status.ts';
import type { SourceId } from '../domain/ids.ts';
import type { StatuslineWords } from '../messages/en/statusline.ts';
import type { StatuslineFacts } from './facts.ts';
import type { Forms } from './segment.ts';

/** What is known about the repository that a session works in. */
export interface GitFacts {
  /** Null: the head is detached; then `commit` says where. */
  readonly branch: string | null;
  readonly commit: string | null;
  readonly worktree: string | null;
  /** Null until it has been counted. */
  readonly ahead: number | null;
  readonly behind: number | null;
  readonly changedFiles: number | null;
}

/** What earlier lines of the same session remembered. */
export interface SessionMemory {
  /** Times that the context fell to less than half of what it was. */
  readonly compactions: number;
  /** Output tokens a second of the last response; null when it is not known. */
  readonly tokensPerSecond: number | null;
  /** Tasks of the session that were running when the agent last listed them; null when it never did. */
  readonly tasks: number | null;
}

/** Where the cost of the session comes from: as in `ccusage statusline`. */
export const costSources = ['auto', 'ccusage', 'cc', 'both'] as const;
export type CostSource = (typeof costSources)[number];

/** How the burn rate is commented on: as in `ccusage statusline`. */
export const burnMarks = ['off', 'emoji', 'text', 'emoji-text'] as const;
export type BurnMark = (typeof burnMarks)[number];

/** What the person chose. */
export interface LineOptions {
  readonly costSource: CostSource;
  readonly burnMark: BurnMark;
  /** Dollars a day; null when there is no budget. */
  readonly budgetUsd: number | null;
  /** Fill of the context, in percent, from which it is shown as a warning, and as critical. */
  readonly contextPercents: readonly [warning: number, critical: number];
}

/** Everything that a line is drawn from. */
export interface Scene {
  /** The agent that runs the session; null for a line about all agents. */
  readonly source: SourceId | null;
  readonly status: AgentStatus;
  readonly facts: StatuslineFacts | null;
  readonly git: GitFacts | null;
  readonly memory: SessionMemory | null;
  /** Tool servers in the project's own file. */
  readonly servers: number | null;
  /** What the person's own commands printed, by command. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly options: LineOptions;
  readonly words: StatuslineWords;
  readonly nowMs: number;
  /** The time of day of an instant, as this machine has it: `14:05`. */
  readonly toClock: (atMs: number) => string;
}

/** A fact that a line can show. */
export interface Widget {
  /** Among those that do not fit, the smallest goes first. */
  readonly priority: number;
  /** `option` is what follows a colon in the template. */
  draw(scene: Scene, option: string | null): Forms;
}
