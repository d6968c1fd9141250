import { emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import type { ModelUsage } from '../support/model-server/model-usage.ts';
import type { AgentRecipe } from './recipe.ts';

/** What we count of a request: input without what was cached, and reasoning where the agent logs it. */
export function toExpectedUsage(usage: ModelUsage, { log }: Pick<AgentRecipe, 'log'>): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: usage.input - usage.cached,
    cacheReadTokens: usage.cached,
    outputTokens: usage.output,
    reasoningTokens: log?.hasNoReasoning === true ? 0 : usage.reasoning,
  };
}
