import type { SourceId } from './ids.ts';

/**
 * The outcome of asking an agent's own program for its limits: it answered, or gave no usable answer; it was not found;
 * it is older than the version that can be asked; it was asked a moment ago; or the person has not allowed it.
 */
export const askOutcomes = ['answered', 'no-answer', 'not-found', 'too-old', 'asked-before', 'not-allowed'] as const;
export type AskOutcome = (typeof askOutcomes)[number];

/** One agent that can be asked, and the outcome. */
export interface AskedAgent {
  readonly source: SourceId;
  /** The name of its program. */
  readonly program: string;
  readonly outcome: AskOutcome;
}
