import { parseEpochSeconds, parseIsoInstant, secondMs } from '../../domain/instant.ts';
import type { LogRecord, SkipReason } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, tokenClasses, addUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId } from '../lib/names.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';
import type { GrokBuildSession } from './session.ts';

/** What one model used in a turn. */
interface ModelShare {
  readonly model: string;
  readonly usage: TokenUsage;
}

/** What the end of a turn yields: what each model used, or why it cannot be counted. Rules and evidence: README.md. */
export function parseTurn(record: JsonRecord, session: GrokBuildSession): readonly LogRecord[] {
  const params = toRecord(record['params']);
  const update = toRecord(params?.['update']);
  if (update?.['sessionUpdate'] !== 'turn_completed' || toRecord(update['usage']) === null) return [];
  const atMs = toInstant(toRecord(params?.['_meta'])?.['agentTimestampMs'], record['timestamp']);
  if (atMs === null) return [skip('no-timestamp')];
  const shares = toShares(toRecord(update['usage']) ?? {}, session.model);
  if (typeof shares === 'string') return [skip(shares)];
  const promptId = toId(update['prompt_id']);
  return shares.map(({ model, usage }) => ({
    kind: 'event',
    event: {
      // A turn's record may be written again; a copy of a session keeps what the record says.
      key: `grok-build:${session.sessionId}:${promptId ?? `@${atMs}`}:${model}`,
      aliases: [`grok-build:${promptId ?? ''}@${atMs}:${model}`],
      replay: null,
      profile: {
        ...defaultProfile,
        source: 'grok-build',
        provider: 'xai',
        model,
        sessionId: session.sessionId,
        project: session.project,
        branch: session.branch,
      },
      atMs,
      usage,
      isFinal: true,
      webSearchRequests: 0,
      loggedCostMicroUsd: null,
    },
  }));
}

/** The shares of the models, if they are the whole; else the whole, as that of the session's model. */
function toShares(usage: JsonRecord, sessionModel: string | null): readonly ModelShare[] | SkipReason {
  const whole = parseTokens(usage);
  if (whole === null) return 'bad-usage';
  if (isEqual(whole, emptyUsage)) return 'empty-usage';
  const listed = Object.entries(toRecord(usage['modelUsage']) ?? {}).map(([name, value]) => ({
    model: toId(name),
    usage: parseTokens(toRecord(value)) ?? emptyUsage,
  }));
  const used = listed.filter((share) => !isEqual(share.usage, emptyUsage));
  const named = used.flatMap(({ model, usage: tokens }) => (model === null ? [] : [{ model, usage: tokens }]));
  if (isEqual(whole, named.map((share) => share.usage).reduce(addUsage, emptyUsage))) return named;
  const model = (listed.length === 1 ? listed[0]?.model : null) ?? sessionModel;
  return model === null ? 'no-model' : [{ model, usage: whole }];
}

/** Input includes the cache, output includes reasoning. */
function parseTokens(record: JsonRecord | null): TokenUsage | null {
  const names = ['inputTokens', 'outputTokens', 'cachedReadTokens', 'cacheCreationTokens', 'reasoningTokens'] as const;
  const counts = record === null ? null : toCounts(record, names);
  if (counts === null) return null;
  const cacheReadTokens = Math.min(counts.cachedReadTokens, counts.inputTokens);
  const cacheCreation5mTokens = Math.min(counts.cacheCreationTokens, counts.inputTokens - cacheReadTokens);
  return {
    ...emptyUsage,
    inputTokens: counts.inputTokens - cacheReadTokens - cacheCreation5mTokens,
    cacheCreation5mTokens,
    cacheReadTokens,
    outputTokens: counts.outputTokens,
    reasoningTokens: Math.min(counts.reasoningTokens, counts.outputTokens),
  };
}

/** The time in milliseconds, else in seconds or as text. */
function toInstant(milliseconds: unknown, other: unknown): number | null {
  const exact = typeof milliseconds === 'number' ? parseEpochSeconds(milliseconds / secondMs) : null;
  return exact ?? parseEpochSeconds(other) ?? parseIsoInstant(other);
}

function isEqual(left: TokenUsage, right: TokenUsage): boolean {
  return tokenClasses.every((name) => left[name] === right[name]);
}
