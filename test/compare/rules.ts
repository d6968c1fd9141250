import type { PeerId } from './peers/peer.ts';
import type { Tokens } from './usage-table.ts';

/** The rules by which a peer counts differently. README.md explains each, with evidence and who is right. */
export type RuleId =
  | 'message-id-and-millisecond'
  | 'main-thread-before-better-copy'
  | 'compact-json-only'
  | 'sum-of-last'
  | 'stops-at-invalid-text'
  | 'replay-until-compaction'
  | 'dated-by-request'
  | 'model-in-counter'
  | 'main-agent-only'
  | 'cached-input-again'
  | 'thoughts-again'
  | 'no-compaction'
  | 'no-subagent-events'
  | 'thoughts-of-the-day'
  | 'dated-by-entry'
  | 'no-reasoning'
  | 'exports-only'
  | 'own-provider-only'
  | 'command-line-only'
  | 'model-number-as-input'
  | 'thoughts-and-answer-swapped'
  | 'calls-of-steps-missing';

/** The effect of one or several rules on one data set. */
export interface ExplainedDifference {
  readonly dataSet: string;
  readonly peer: PeerId;
  readonly rules: readonly RuleId[];
  /** By `<day> <model>` and class, how many tokens the peer counts more than we do; negative when fewer. */
  readonly amounts: Readonly<Record<string, Partial<Tokens>>>;
}
