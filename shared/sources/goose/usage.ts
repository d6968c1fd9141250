import type { LogRecord } from '../../domain/log-record.ts';
import { parseEpochSeconds, parseIsoInstant } from '../../domain/instant.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import { toId, toName } from '../lib/names.ts';
import { toLoggedCost } from '../lib/logged-cost.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';
import type { DatabaseRow } from '../streams.ts';

/** What a request yields: its usage, or why it cannot be counted. */
export function parseRequest(row: DatabaseRow): readonly LogRecord[] {
  const usage = parseUsage(row);
  if (usage === null) return [skip('bad-usage')];
  if (totalTokens(usage) === 0) return [skip('empty-usage')];
  const atMs = parseEpochSeconds(row['seconds']);
  return toRecords(row, { key: `${String(row['row'])}:${String(row['seconds'])}`, atMs, usage, isSum: false });
}

/** What a session yields whose requests are not kept: their sum, at the time at which it began. */
export function parseSession(row: DatabaseRow): readonly LogRecord[] {
  const usage = parseUsage(row);
  if (usage === null) return [skip('bad-usage')];
  // Nothing was asked yet.
  if (totalTokens(usage) === 0) return [];
  const created = row['created'];
  // SQLite's own times have no zone: they are UTC.
  const isPlain = typeof created === 'string' && /:\d{2}(?:\.\d+)?$/.test(created) && !/[+Z]/.test(created);
  return toRecords(row, { key: 'sum', atMs: parseIsoInstant(isPlain ? `${created}Z` : created), usage, isSum: true });
}

interface Reading {
  /** What tells it apart within its session. */
  readonly key: string;
  readonly atMs: number | null;
  readonly usage: TokenUsage;
  readonly isSum: boolean;
}

function toRecords(row: DatabaseRow, { key, atMs, usage, isSum }: Reading): readonly LogRecord[] {
  const session = toId(row['session']);
  if (session === null) return [skip('no-id')];
  if (atMs === null) return [skip('no-timestamp')];
  const parent = toId(row['parent']);
  return [
    {
      kind: 'event',
      event: {
        key: `goose:${session}:${key}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'goose',
          provider: toId(row['provider'])?.toLowerCase() ?? 'unknown',
          model: toId(row['model']) ?? toId(row['sessionModel']) ?? 'unknown',
          sessionId: parent ?? session,
          project: toName(row['folder']),
          isSidechain: parent !== null || row['type'] === 'sub_agent',
          subagent: parent === null ? null : session,
          isSum,
        },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: toLoggedCost(row['cost']),
      },
    },
  ];
}

/** Input includes the cache. */
function parseUsage(row: DatabaseRow): TokenUsage | null {
  const counts = toCounts(row, ['input_tokens', 'output_tokens', 'cache_read_tokens', 'cache_write_tokens']);
  if (counts === null) return null;
  return {
    ...emptyUsage,
    inputTokens: Math.max(0, counts.input_tokens - counts.cache_read_tokens - counts.cache_write_tokens),
    cacheCreation5mTokens: counts.cache_write_tokens,
    cacheReadTokens: counts.cache_read_tokens,
    outputTokens: counts.output_tokens,
  };
}
