import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import type { JsonRecord } from '../../sources/lib/json-record.ts';
import { toCount, toCounts } from '../../sources/lib/token-count.ts';

/** The tokens of a row; null where a count is none. Cache writes are for five minutes, as far as nothing says an hour. */
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

/** The larger of each count: a response that is written several times only grows. */
export function toLargest(left: TokenUsage, right: TokenUsage): TokenUsage {
  const names = Object.keys(left) as (keyof TokenUsage)[];
  return { ...left, ...Object.fromEntries(names.map((name) => [name, Math.max(left[name], right[name])])) };
}
