import { emptyUsage, type TokenUsage } from '../../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toLoggedCost } from '../logged-cost.ts';
import { toCount, toCounts } from '../token-count.ts';

/** What an entry states about one call. */
export interface CallUsage {
  readonly tokens: TokenUsage;
  readonly webSearchRequests: number;
  readonly costMicroUsd: number | null;
}

/**
 * Parses the `usage` of an entry; null when one of its numbers is damaged. Input excludes the cache, output includes
 * reasoning. What a provider used for its own tools (`orchestration`) is billed besides.
 */
export function parseCallUsage(value: unknown): CallUsage | null {
  const usage = toRecord(value);
  const counts = usage === null ? null : toCounts(usage, ['input', 'output', 'cacheRead', 'cacheWrite']);
  const extra = toCounts(toRecord(usage?.['orchestration']) ?? {}, ['input', 'output', 'cacheRead']);
  if (usage === null || counts === null || extra === null) return null;
  const parts = parseParts(usage);
  if (parts === null) return null;
  const outputTokens = counts.output + extra.output;
  const cacheCreation1hTokens = Math.min(parts.oneHour, counts.cacheWrite);
  return {
    tokens: {
      ...emptyUsage,
      inputTokens: counts.input + extra.input,
      cacheCreation5mTokens: counts.cacheWrite - cacheCreation1hTokens,
      cacheCreation1hTokens,
      cacheReadTokens: counts.cacheRead + extra.cacheRead,
      outputTokens,
      reasoningTokens: Math.min(parts.reasoning, outputTokens),
    },
    webSearchRequests: parts.webSearches,
    costMicroUsd: toLoggedCost(toRecord(usage['cost'])?.['total']),
  };
}

/** Parts of the four sums; each dialect has names of its own. */
function parseParts(
  usage: JsonRecord,
): { readonly reasoning: number; readonly oneHour: number; readonly webSearches: number } | null {
  const reasoning = toCount(usage['reasoning'] ?? usage['reasoningTokens']);
  const oneHour = toCount(usage['cacheWrite1h'] ?? toRecord(usage['cttl'])?.['ephemeral1h']);
  const webSearches = toCount(toRecord(usage['server'])?.['webSearch']);
  return reasoning === null || oneHour === null || webSearches === null ? null : { reasoning, oneHour, webSearches };
}

/** Whether a call used nothing: it failed, or was aborted before the first token. */
export function isEmptyCall({ tokens }: CallUsage): boolean {
  return Object.values(tokens).every((count: number) => count === 0);
}
