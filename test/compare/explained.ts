import { agentDifferences } from './explained/agents.ts';
import { claudeAndCodexDifferences } from './explained/claude-and-codex.ts';
import type { ExplainedDifference } from './rules.ts';

/**
 * Every known and understood difference, to the token. The comparison fails on any other, and on one of these
 * that no longer exists.
 */
export const explainedDifferences: readonly ExplainedDifference[] = [...claudeAndCodexDifferences, ...agentDifferences];
