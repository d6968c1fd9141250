import type { SourceId } from '../../../domain/ids.ts';
import type { LogRecord } from '../../../domain/log-record.ts';
import { defaultProfile } from '../../../domain/profile-fields.ts';
import { parseEpochSeconds, secondMs } from '../../../domain/instant.ts';
import { emptyUsage, type TokenUsage } from '../../../domain/token-usage.ts';
import { isGiven, toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toId, toName } from '../names.ts';
import { toLoggedCost } from '../logged-cost.ts';
import { skip } from '../skip.ts';
import { toCounts } from '../token-count.ts';
import { isCopiedMessage, toCopyName } from './identity.ts';

/** What is known about a message besides its own content. */
export interface MessageContext {
  /** The agent whose message it is. */
  readonly source: SourceId;
  readonly id: string | null;
  /** The session that the person sees: for a subagent's session, the one that started it. */
  readonly sessionId: string | null;
  readonly isSubagent: boolean;
  /** The subagent's own session; null for others. */
  readonly subagent: string | null;
  /** The session's folder, for messages that name none. */
  readonly directory: string | null;
  readonly agentVersion: string | null;
}

/** Whether a message is a model's answer, whatever its outcome. */
export function isAnswer(message: JsonRecord): boolean {
  return message['role'] === 'assistant';
}

/**
 * Whether an answer is complete, so that nothing more will be written to it. Until then its tokens may be those of an
 * earlier step: the last step's replace them.
 */
export function isSettled(message: JsonRecord): boolean {
  const finish = message['finish'];
  const hasEnded = typeof finish === 'string' && finish !== 'tool-calls';
  return hasEnded || isGiven(toRecord(message['time'])?.['completed']) || isGiven(message['error']);
}

/** What a completed answer yields: its usage, or why it cannot be counted. Rules and evidence: README.md of `opencode`. */
export function parseAnswer(message: JsonRecord, context: MessageContext): readonly LogRecord[] {
  const time = toRecord(message['time']);
  const atMs = toInstant(time?.['created']);
  if (atMs === null) return [skip('no-timestamp')];
  const model = toId(message['modelID']);
  if (model === null) return [skip('no-model')];
  const usage = parseTokens(toRecord(message['tokens']));
  if (usage === null) return [skip('bad-usage')];
  if (isEmpty(usage)) return [skip('empty-usage')];
  const { source, id, sessionId } = context;
  if (id === null || sessionId === null) return [skip('no-id')];
  const provider = toId(message['providerID'])?.toLowerCase() ?? 'unknown';
  return [
    {
      kind: 'event',
      event: {
        key: `${source}:${id}`,
        aliases: [toCopyName({ source, atMs, completedAtMs: toInstant(time?.['completed']), provider, model, usage })],
        replay: null,
        profile: {
          ...defaultProfile,
          source,
          provider,
          model,
          sessionId,
          project: toName(toRecord(message['path'])?.['cwd']) ?? context.directory,
          isSidechain: context.isSubagent,
          subagent: context.subagent,
          isCopy: isCopiedMessage(id, atMs),
          agentVersion: context.agentVersion,
        },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: toLoggedCost(message['cost']),
      },
    },
  ];
}

/** Input excludes the cache, output excludes reasoning. The lifetime of cache writes is not recorded. */
function parseTokens(tokens: JsonRecord | null): TokenUsage | null {
  const counts = tokens === null ? null : toCounts(tokens, ['input', 'output', 'reasoning']);
  const cache = tokens === null ? null : toCounts(toRecord(tokens['cache']) ?? {}, ['read', 'write']);
  if (counts === null || cache === null) return null;
  return {
    ...emptyUsage,
    inputTokens: counts.input,
    cacheCreation5mTokens: cache.write,
    cacheReadTokens: cache.read,
    outputTokens: counts.output + counts.reasoning,
    reasoningTokens: counts.reasoning,
  };
}

function isEmpty(usage: TokenUsage): boolean {
  return Object.values(usage).every((tokens: number) => tokens === 0);
}

function toInstant(value: unknown): number | null {
  return typeof value === 'number' ? parseEpochSeconds(value / secondMs) : null;
}
