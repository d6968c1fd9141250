import type { LogRecord } from '../../domain/log-record.ts';
import { parseIsoInstant } from '../../domain/instant.ts';
import { defaultProfile, type Profile } from '../../domain/profile-fields.ts';
import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { toModelId } from '../lib/model-name.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';

/** What the database says about a thread besides its content. */
export interface ThreadRow {
  readonly id: string | null;
  /** The thread that started it, for a subagent's. */
  readonly parent: string | null;
  readonly created: unknown;
  readonly updated: unknown;
  /** The project's folders, one a line. */
  readonly folders: unknown;
}

/**
 * What a thread yields: its sum, where it has one; else the last request of each turn, a lower bound. Rules and
 * evidence: README.md.
 */
export function parseThread(thread: JsonRecord, row: ThreadRow): readonly LogRecord[] {
  const requests = thread['request_token_usage'];
  const sum = parseUsage(thread['cumulative_token_usage']);
  const turns = Object.entries(toRecord(requests) ?? {}).map(([id, usage]) => ({ id, usage: parseUsage(usage) }));
  if (sum === null || turns.some(({ usage }) => usage === null)) return [skip('bad-usage')];
  const used = turns.flatMap(({ id, usage }) => (usage === null || totalTokens(usage) === 0 ? [] : [{ id, usage }]));
  // A thread in which nothing was asked yet.
  if (totalTokens(sum) === 0 && used.length === 0) return [];
  if (row.id === null) return [skip('no-id')];
  const atMs = parseIsoInstant(row.created) ?? parseIsoInstant(row.updated);
  if (atMs === null) return [skip('no-timestamp')];
  const profile = toProfile(thread, row, row.id);
  if (profile === null) return [skip('no-model')];
  if (totalTokens(sum) > 0) return [toEvent(`zed:${row.id}`, atMs, sum, { ...profile, isSum: true })];
  return used.map(({ id, usage }) => toEvent(`zed:${row.id}:${id}`, atMs, usage, profile));
}

function toEvent(key: string, atMs: number, usage: TokenUsage, profile: Profile): LogRecord {
  return {
    kind: 'event',
    event: {
      key,
      aliases: [],
      replay: null,
      profile,
      atMs,
      usage,
      isFinal: true,
      webSearchRequests: 0,
      loggedCostMicroUsd: null,
    },
  };
}

function toProfile(thread: JsonRecord, row: ThreadRow, id: string): Profile | null {
  const configured = toRecord(thread['model']);
  const model = toModelId(configured?.['model']);
  if (model === null) return null;
  return {
    ...defaultProfile,
    source: 'zed',
    provider: toId(configured?.['provider'])?.toLowerCase() ?? 'unknown',
    model,
    sessionId: row.parent ?? id,
    project: typeof row.folders === 'string' ? toName(row.folders.split('\n')[0]) : null,
    isSidechain: row.parent !== null,
    subagent: row.parent === null ? null : id,
  };
}

/** Input excludes the cache. Nothing is not a failure: absent numbers are zeros. */
function parseUsage(value: unknown): TokenUsage | null {
  const counts = toCounts(toRecord(value) ?? {}, [
    'input_tokens',
    'output_tokens',
    'cache_creation_input_tokens',
    'cache_read_input_tokens',
  ]);
  if (counts === null) return null;
  return {
    ...emptyUsage,
    inputTokens: counts.input_tokens,
    cacheCreation5mTokens: counts.cache_creation_input_tokens,
    cacheReadTokens: counts.cache_read_input_tokens,
    outputTokens: counts.output_tokens,
  };
}
