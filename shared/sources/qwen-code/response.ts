import { parseIsoInstant } from '../../domain/instant.ts';
import type { LogRecord, SkipReason } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { skip } from '../lib/skip.ts';
import { toCount } from '../lib/token-count.ts';

/** What two places say about a response, each with its own names. */
interface Response {
  readonly key: string;
  readonly atMs: number | null;
  readonly model: string | null;
  readonly provider: string;
  readonly isSubagent: boolean;
  /** The subagent that asked, by its name and number; null for others. */
  readonly subagent: string | null;
  readonly input: unknown;
  readonly output: unknown;
  readonly cached: unknown;
  readonly thoughts: unknown;
  readonly total: unknown;
}

/** What a response in the telemetry yields. Rules and evidence: README.md. */
export function parseTelemetry(record: JsonRecord, event: JsonRecord, fallbackSession: string): readonly LogRecord[] {
  const atMs = parseIsoInstant(event['event.timestamp']) ?? parseIsoInstant(record['timestamp']);
  const promptId = toId(event['prompt_id']);
  const id = toId(event['response_id']) ?? promptId ?? '';
  return parseResponse(record, fallbackSession, {
    key: `qwen-code:${id}@${atMs}`,
    atMs,
    model: toId(event['model']),
    // The others name a protocol, not who speaks it.
    provider: event['auth_type'] === 'qwen-oauth' ? 'alibaba' : 'unknown',
    isSubagent: promptId !== null && /#/.test(promptId) && !/########\d*$/.test(promptId),
    subagent: toId(/#([^#]+)#\d*$/.exec(promptId ?? '')?.[1]),
    input: event['input_token_count'],
    output: event['output_token_count'],
    cached: event['cached_content_token_count'],
    thoughts: event['thoughts_token_count'],
    total: event['total_token_count'],
  });
}

/** What a response in the conversation yields, in a chat without telemetry. */
export function parseMessage(record: JsonRecord, fallbackSession: string): readonly LogRecord[] {
  const usage = toRecord(record['usageMetadata']);
  if (usage === null) return [];
  const atMs = parseIsoInstant(record['timestamp']);
  return parseResponse(record, fallbackSession, {
    key: `qwen-code:${toId(record['uuid']) ?? ''}@${atMs}`,
    atMs,
    model: toId(record['model']),
    provider: 'unknown',
    isSubagent: false,
    subagent: null,
    input: usage['promptTokenCount'],
    output: usage['candidatesTokenCount'],
    cached: usage['cachedContentTokenCount'],
    thoughts: usage['thoughtsTokenCount'],
    total: usage['totalTokenCount'],
  });
}

function parseResponse(record: JsonRecord, fallbackSession: string, response: Response): readonly LogRecord[] {
  const { key, atMs, model, provider, isSubagent, subagent } = response;
  if (atMs === null) return [skip('no-timestamp')];
  if (model === null) return [skip('no-model')];
  const usage = parseTokens(response);
  if (typeof usage === 'string') return [skip(usage)];
  return [
    {
      kind: 'event',
      event: {
        key,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'qwen-code',
          provider,
          model,
          sessionId: toId(record['sessionId']) ?? fallbackSession,
          project: toName(record['cwd']),
          branch: toName(record['gitBranch']),
          isSidechain: isSubagent,
          subagent,
          agentVersion: toId(record['version']),
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

/**
 * Input includes cached tokens. Output includes thoughts, unless the total says otherwise: Google's own API counts them
 * apart.
 */
function parseTokens(response: Response): TokenUsage | SkipReason {
  const input = toCount(response.input);
  const output = toCount(response.output);
  const cached = toCount(response.cached);
  const thoughts = toCount(response.thoughts);
  const total = toCount(response.total);
  if (input === null || output === null || cached === null || thoughts === null || total === null) return 'bad-usage';
  if (input + output === 0) return total > 0 ? 'total-only' : 'empty-usage';
  const cacheReadTokens = Math.min(cached, input);
  const isApart = thoughts > 0 && total === input + output + thoughts;
  const outputTokens = isApart ? output + thoughts : output;
  return {
    ...emptyUsage,
    inputTokens: input - cacheReadTokens,
    cacheReadTokens,
    outputTokens,
    reasoningTokens: Math.min(thoughts, outputTokens),
  };
}
