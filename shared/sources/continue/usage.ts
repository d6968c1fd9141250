import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toCounts } from '../lib/token-count.ts';

/** The fields of an answer's usage: the provider's own object, with the model added. */
export const usageFields = {
  prompt_tokens: true,
  completion_tokens: true,
  prompt_tokens_details: { cached_tokens: true, cache_read_tokens: true, cache_write_tokens: true },
  completion_tokens_details: { reasoning_tokens: true },
  model: true,
} as const;

/** What an answer's usage says; null when a count is invalid. */
export interface AnswerUsage {
  /** As logged; their sums are those of the session. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly usage: TokenUsage;
}

/**
 * Parses the usage of an answer. `prompt_tokens` includes the cache, except in what Continue makes of an Anthropic
 * response, which alone has `cache_read_tokens`; `completion_tokens` includes reasoning. Null when a count is invalid.
 */
export function parseUsage(record: JsonRecord): AnswerUsage | null {
  const details = toRecord(record['prompt_tokens_details']) ?? {};
  const counts = toCounts(record, ['prompt_tokens', 'completion_tokens']);
  const cache = toCounts(details, ['cached_tokens', 'cache_write_tokens']);
  const output = toCounts(toRecord(record['completion_tokens_details']) ?? {}, ['reasoning_tokens']);
  if (counts === null || cache === null || output === null) return null;
  const isInclusive = details['cache_read_tokens'] === undefined;
  const cached = cache.cached_tokens + cache.cache_write_tokens;
  return {
    promptTokens: counts.prompt_tokens,
    completionTokens: counts.completion_tokens,
    usage: {
      ...emptyUsage,
      inputTokens: isInclusive ? Math.max(0, counts.prompt_tokens - cached) : counts.prompt_tokens,
      cacheCreation5mTokens: cache.cache_write_tokens,
      cacheReadTokens: cache.cached_tokens,
      outputTokens: counts.completion_tokens,
      reasoningTokens: Math.min(output.reasoning_tokens, counts.completion_tokens),
    },
  };
}
