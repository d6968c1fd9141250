import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toCounts } from '../lib/token-count.ts';

/** The usage of a message: the three parts of the prompt are disjoint. Null when a count is invalid. */
export function parseMessageUsage(record: JsonRecord, model: string): TokenUsage | null {
  const counts = toCounts(record, ['inputTokens', 'outputTokens', 'cacheCreationInputTokens', 'cacheReadInputTokens']);
  if (counts === null) return null;
  // OpenAI bills no cache writes: there, all that was not cached stands in this field.
  const isFresh = model.startsWith('gpt-');
  const written = counts.cacheCreationInputTokens;
  return {
    ...emptyUsage,
    inputTokens: counts.inputTokens + (isFresh ? written : 0),
    cacheCreation5mTokens: isFresh ? 0 : written,
    cacheReadTokens: counts.cacheReadInputTokens,
    outputTokens: counts.outputTokens,
  };
}

/** The tokens of a ledger's entry, which does not know the cache. Null when a count is invalid. */
export function parseEntryTokens(record: JsonRecord): TokenUsage | null {
  const counts = toCounts(record, ['input', 'output']);
  return counts === null ? null : { ...emptyUsage, inputTokens: counts.input, outputTokens: counts.output };
}

/** Credits in micro-dollars: one is a cent. Null when there are none, or implausibly many. */
export function toCreditCost(credits: unknown): number | null {
  if (typeof credits !== 'number' || !(credits > 0) || credits > 1e8) return null;
  const microUsd = Math.round(credits * 10_000);
  return microUsd === 0 ? null : microUsd;
}
