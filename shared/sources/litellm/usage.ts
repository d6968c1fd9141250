import { parseEpochSeconds, parseIsoInstant } from '../../domain/instant.ts';
import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import { toCount } from '../lib/token-count.ts';

/** The longest name of a user, a team, a key or a model. */
const longestName = 256;
const shownHash = 12;

/** A name, a number of the same meaning, or nothing: LiteLLM writes empty text for no user and no team. */
export function readName(record: JsonRecord | null, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = toName(record?.[name], longestName);
    if (found !== null) return found;
  }
  return null;
}

/** The beginning of a key's hash, enough to tell keys apart. */
export function toShortHash(hash: string | null): string | null {
  return hash === null ? null : hash.slice(0, shownHash);
}

/** An instant: seconds since 1970, or ISO 8601, in UTC where it has no zone; null when it is neither. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== 'string') return parseEpochSeconds(value);
  const text = value.trim();
  return parseIsoInstant(text) ?? parseIsoInstant(`${text}Z`);
}

/** An amount in USD; null when it is not one. */
export function readUsd(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1e9 ? value + 0 : null;
}

/**
 * Tokens by class. The prompt's count includes what was read from the cache and written to it, as OpenAI counts, where
 * the row says how much that was and the sum allows it; reasoning is part of the completion. Null when a count is none.
 */
export function readUsage(row: JsonRecord, detail: JsonRecord | null): TokenUsage | null {
  const promptDetail = toRecord(detail?.['prompt_tokens_details']);
  const completionDetail = toRecord(detail?.['completion_tokens_details']);
  const prompt = toCount(row['prompt_tokens'] ?? detail?.['prompt_tokens']);
  const output = toCount(row['completion_tokens'] ?? detail?.['completion_tokens']);
  const cacheRead = toCount(detail?.['cache_read_input_tokens'] ?? promptDetail?.['cached_tokens']);
  const cacheWrite = toCount(detail?.['cache_creation_input_tokens'] ?? promptDetail?.['cache_creation_tokens']);
  const reasoning = toCount(completionDetail?.['reasoning_tokens']);
  if (prompt === null || output === null || cacheRead === null || cacheWrite === null || reasoning === null)
    return null;
  const cached = cacheRead + cacheWrite;
  return {
    ...emptyUsage,
    inputTokens: cached <= prompt ? prompt - cached : prompt,
    cacheReadTokens: cacheRead,
    cacheCreation5mTokens: cacheWrite,
    outputTokens: output,
    reasoningTokens: Math.min(reasoning, output),
  };
}
