import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toCounts } from '../lib/token-count.ts';

/** A Codex counter in its own terms: input includes cached and cache-write tokens, output includes reasoning. */
export interface CodexCounter {
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
  /** The log's own total; part of the counter's identity, never billed (on some rows it is an estimate). */
  readonly total: number;
}

/** The content of a `token_count`: the thread's counter so far, and the last request's if present. */
export interface CodexCounts {
  readonly total: CodexCounter;
  readonly last: CodexCounter | null;
}

/** Parses `info` of a `token_count`; null when the counter is missing or one of its numbers is invalid. */
export function parseCodexCounts(info: JsonRecord): CodexCounts | null {
  const total = parseCounter(info['total_token_usage']);
  if (total === null) return null;
  const last = info['last_token_usage'];
  if (last === undefined || last === null) return { total, last: null };
  const lastCounter = parseCounter(last);
  return lastCounter === null ? null : { total, last: lastCounter };
}

/** The payload of a record of that type (`{timestamp, type, payload}`); null for any other record. */
export function payloadOf(record: JsonRecord, type: string): JsonRecord | null {
  return record['type'] === type ? toRecord(record['payload']) : null;
}

/** Parses one counter; null when it is not a counter or one of its numbers is invalid. */
export function parseCounter(value: unknown): CodexCounter | null {
  const record = toRecord(value);
  if (record === null) return null;
  const counts = toCounts(record, [
    'input_tokens',
    'cached_input_tokens',
    'cache_write_input_tokens',
    'output_tokens',
    'reasoning_output_tokens',
    'total_tokens',
  ]);
  if (counts === null) return null;
  const { input_tokens: input, output_tokens: output } = counts;
  return {
    input,
    cached: counts.cached_input_tokens,
    cacheWrite: counts.cache_write_input_tokens,
    output,
    reasoning: counts.reasoning_output_tokens,
    total: counts.total_tokens === 0 ? input + output : counts.total_tokens,
  };
}
