import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toCount, toCounts } from '../lib/token-count.ts';

/** The content of a response's `usage` object. */
export interface ClaudeUsage {
  readonly usage: TokenUsage;
  readonly webSearchRequests: number;
}

/** Nothing was used: neither tokens nor searches. */
export function isEmptyUsage(reading: ClaudeUsage): boolean {
  return reading.webSearchRequests === 0 && Object.values(reading.usage).every((tokens: number) => tokens === 0);
}

/**
 * Parses a `usage` object; null when one of its numbers is invalid. Input excludes both cache fields, thinking is a
 * part of output. Cache writes: the total is the larger of the flat field and the nested 5m + 1h sum (2.1.152 wrote 0
 * into the flat one, old proxies zeros into the nested one); what is not 1h is 5m.
 */
export function parseClaudeUsage(value: unknown): ClaudeUsage | null {
  const record = toRecord(value);
  if (record === null) return null;
  const flat = toCounts(record, [
    'input_tokens',
    'output_tokens',
    'cache_read_input_tokens',
    'cache_creation_input_tokens',
  ]);
  const nested = toCounts(part(record, 'cache_creation'), ['ephemeral_5m_input_tokens', 'ephemeral_1h_input_tokens']);
  const thinking = toCount(part(record, 'output_tokens_details')['thinking_tokens']);
  const webSearchRequests = toCount(part(record, 'server_tool_use')['web_search_requests']);
  if (flat === null || nested === null || thinking === null || webSearchRequests === null) return null;
  const cacheCreation1hTokens = nested.ephemeral_1h_input_tokens;
  const written = Math.max(flat.cache_creation_input_tokens, nested.ephemeral_5m_input_tokens + cacheCreation1hTokens);
  return {
    usage: {
      ...emptyUsage,
      inputTokens: flat.input_tokens,
      cacheCreation5mTokens: written - cacheCreation1hTokens,
      cacheCreation1hTokens,
      cacheReadTokens: flat.cache_read_input_tokens,
      outputTokens: flat.output_tokens,
      reasoningTokens: Math.min(thinking, flat.output_tokens),
    },
    webSearchRequests,
  };
}

const nothing: JsonRecord = {};

function part(record: JsonRecord, name: string): JsonRecord {
  return toRecord(record[name]) ?? nothing;
}
