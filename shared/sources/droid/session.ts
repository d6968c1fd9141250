import { parseIsoInstant } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import { isGiven, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId } from '../lib/names.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';
import type { FieldTree, LogDocument } from '../streams.ts';
import { toSessionId } from './paths.ts';

const usageFields = {
  inputTokens: true,
  outputTokens: true,
  cacheCreationTokens: true,
  cacheReadTokens: true,
  thinkingTokens: true,
} as const satisfies FieldTree;

/** The fields of a session's settings that are read. */
export const sessionFields = {
  model: true,
  providerLock: true,
  providerLockTimestamp: true,
  tokenUsage: usageFields,
} as const satisfies FieldTree;

/** What a session yields: its sum, which grows, at the time of its first request. Rules and evidence: README.md. */
export function readSession({ path, value }: LogDocument): readonly LogRecord[] {
  const settings = toRecord(value);
  if (settings === null) return [skip('not-a-record')];
  // Nothing was asked yet.
  if (!isGiven(settings['tokenUsage'])) return [];
  const usage = parseUsage(toRecord(settings['tokenUsage']));
  if (usage === null) return [skip('bad-usage')];
  if (totalTokens(usage) === 0) return [skip('empty-usage')];
  const atMs = parseIsoInstant(settings['providerLockTimestamp']);
  if (atMs === null) return [skip('no-timestamp')];
  const model = toModel(settings['model']);
  if (model === null) return [skip('no-model')];
  const sessionId = toSessionId(path);
  const provider = toId(settings['providerLock'])?.toLowerCase() ?? 'unknown';
  return [
    {
      kind: 'event',
      event: {
        key: `droid:${sessionId}`,
        aliases: [],
        replay: null,
        profile: { ...defaultProfile, source: 'droid', provider, model, sessionId, isSum: true },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: null,
      },
    },
  ];
}

/** Thinking is apart from output. */
function parseUsage(record: JsonRecord | null): TokenUsage | null {
  const counts = record && toCounts(record, Object.keys(usageFields) as (keyof typeof usageFields)[]);
  if (counts === null) return null;
  return {
    ...emptyUsage,
    inputTokens: counts.inputTokens,
    cacheCreation5mTokens: counts.cacheCreationTokens,
    cacheReadTokens: counts.cacheReadTokens,
    outputTokens: counts.outputTokens + counts.thinkingTokens,
    reasoningTokens: counts.thinkingTokens,
  };
}

/** A model of the person's own is `custom:Claude-Opus-4.5-[Anthropic]-0`: its provider and its number are not its name. */
function toModel(value: unknown): string | null {
  const name = toId(value);
  if (name === null || !name.startsWith('custom:')) return name;
  const own = name
    .slice('custom:'.length)
    .replace(/-\d+$/, '')
    .replaceAll(/-?\[[^\]]*\]/g, '')
    .toLowerCase();
  return own === '' ? name : own;
}
