import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toCount, toCounts } from '../../sources/lib/token-count.ts';

/** The tokens of a row; null if a count is invalid. Cache writes are for five minutes unless the row says an hour. */
export function toAgentsviewUsage(row: JsonRecord): TokenUsage | null {
  const counts = toCounts(row, ['input', 'output', 'cache_write', 'cache_read']);
  if (counts === null) return null;
  const hour = Math.min(toCount(row['cache_write_1h'] ?? 0) ?? 0, counts.cache_write);
  return {
    ...emptyUsage,
    inputTokens: counts.input,
    outputTokens: counts.output,
    cacheCreation5mTokens: counts.cache_write - hour,
    cacheCreation1hTokens: hour,
    cacheReadTokens: counts.cache_read,
  };
}
