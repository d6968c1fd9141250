import { parseEpochSeconds, secondMs } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId } from '../lib/names.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';

/** What a log says about all its calls. */
export interface KimiCliLog {
  readonly sessionId: string;
  readonly isSubagent: boolean;
  readonly subagent: string | null;
  readonly project: string | null;
  /** When the file was begun, in UTC milliseconds: older records are copies. Null when unknown. */
  readonly begunAtMs: number | null;
}

/** A call to a model, under the same names for both generations. */
interface Call {
  readonly atMs: number | null;
  readonly model: string | null;
  readonly provider: string;
  readonly usage: TokenUsage | null;
  readonly isSubagent: boolean;
  /** What a copy keeps, besides the numbers. */
  readonly id: string;
}

/** What a record of the newer generation yields: its call. Rules and evidence: README.md. */
export function parseUsageRecord(record: JsonRecord, log: KimiCliLog): readonly LogRecord[] {
  const atMs = toInstant(record['time']);
  const model = toId(record['model']);
  const counts = toCounts(toRecord(record['usage']) ?? {}, [
    'inputOther',
    'output',
    'inputCacheRead',
    'inputCacheCreation',
  ]);
  return toRecords(log, {
    atMs,
    model,
    provider: /^([^/]+)\//.exec(model ?? '')?.[1]?.toLowerCase() ?? 'unknown',
    usage: counts && toUsage(counts.inputOther, counts.output, counts.inputCacheRead, counts.inputCacheCreation),
    isSubagent: log.isSubagent,
    id: `@${atMs}:${model}`,
  });
}

/**
 * What a record of the older generation yields: its call, also one by a subagent (or by its own), whose events are
 * wrapped in those of the agent above.
 */
export function parseWireRecord(record: JsonRecord, log: KimiCliLog): readonly LogRecord[] {
  let message = toRecord(record['message']);
  let isSubagent = log.isSubagent;
  if (message?.['type'] === 'CompactionEnd') return [{ kind: 'unlogged', call: 'compaction' }];
  while (message?.['type'] === 'SubagentEvent') {
    isSubagent = true;
    message = toRecord(toRecord(message['payload'])?.['event']);
  }
  const payload = message?.['type'] === 'StatusUpdate' ? toRecord(message['payload']) : null;
  const usage = toRecord(payload?.['token_usage']);
  if (payload === null || usage === null) return [];
  const atMs = parseEpochSeconds(record['timestamp']);
  const counts = toCounts(usage, ['input_other', 'output', 'input_cache_read', 'input_cache_creation']);
  return toRecords(log, {
    atMs,
    model: 'unknown',
    provider: 'unknown',
    usage: counts && toUsage(counts.input_other, counts.output, counts.input_cache_read, counts.input_cache_creation),
    isSubagent,
    id: toId(payload['message_id']) ?? `${log.sessionId}@${atMs}`,
  });
}

/** UTC milliseconds; null when missing or absurd. */
export function toInstant(value: unknown): number | null {
  return typeof value === 'number' ? parseEpochSeconds(value / secondMs) : null;
}

function toRecords(log: KimiCliLog, { atMs, model, provider, usage, isSubagent, id }: Call): readonly LogRecord[] {
  if (atMs === null) return [skip('no-timestamp')];
  if (model === null) return [skip('no-model')];
  if (usage === null) return [skip('bad-usage')];
  const counts = [usage.inputTokens, usage.cacheCreation5mTokens, usage.cacheReadTokens, usage.outputTokens];
  if (counts.every((count) => count === 0)) return [skip('empty-usage')];
  return [
    {
      kind: 'event',
      event: {
        key: `kimi-cli:${id}:${counts.join('.')}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'kimi-cli',
          provider,
          model,
          sessionId: log.sessionId,
          project: log.project,
          isSidechain: isSubagent,
          subagent: log.subagent,
          isCopy: log.begunAtMs !== null && atMs < log.begunAtMs,
        },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: null,
      },
    },
  ];
}

function toUsage(inputTokens: number, outputTokens: number, cacheReadTokens: number, writes: number): TokenUsage {
  return { ...emptyUsage, inputTokens, cacheCreation5mTokens: writes, cacheReadTokens, outputTokens };
}
