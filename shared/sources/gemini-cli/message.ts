import { parseIsoInstant } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId } from '../lib/names.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';

/** What a chat says about all its messages. */
export interface GeminiCliChat {
  readonly sessionId: string;
  /** The path names the session that a subagent worked for: the subagent's own session does not matter. */
  readonly isSessionFixed: boolean;
  readonly isSubagent: boolean;
  /** The subagent within the session; null for the session's own chat, and where the path does not name its session. */
  readonly subagent: string | null;
  readonly project: string | null;
}

/**
 * What a message yields: its response, or why it cannot be counted. Nothing for people's and tools' messages, or for a
 * response whose tokens are not there (yet). Rules and evidence: README.md.
 */
export function parseMessage(value: unknown, chat: GeminiCliChat): readonly LogRecord[] {
  const message = toRecord(value);
  if (message?.['type'] !== 'gemini' || message['tokens'] === undefined || message['tokens'] === null) return [];
  const atMs = parseIsoInstant(message['timestamp']);
  if (atMs === null) return [skip('no-timestamp')];
  const model = toId(message['model']);
  if (model === null) return [skip('no-model')];
  const usage = parseTokens(toRecord(message['tokens']));
  if (usage === null) return [skip('bad-usage')];
  if (usage.inputTokens + usage.cacheReadTokens + usage.outputTokens === 0) return [skip('empty-usage')];
  return [
    {
      kind: 'event',
      event: {
        key: toKey(message, chat, atMs),
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'gemini-cli',
          provider: 'google',
          model,
          sessionId: chat.sessionId,
          project: chat.project,
          isSidechain: chat.isSubagent,
          subagent: chat.subagent,
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

/** Ids are random UUIDs, and are kept when a chat is copied into the newer format. */
function toKey(message: JsonRecord, { sessionId }: GeminiCliChat, atMs: number): string {
  const id = toId(message['id']);
  return id === null ? `gemini-cli:${sessionId}@${atMs}` : `gemini-cli:${id}`;
}

/**
 * `input` includes cached tokens, `output` excludes thoughts; tool input (`tool`) is billed as input, and included in
 * neither.
 */
function parseTokens(tokens: JsonRecord | null): TokenUsage | null {
  const counts = tokens === null ? null : toCounts(tokens, ['input', 'output', 'cached', 'thoughts', 'tool']);
  if (counts === null) return null;
  const cacheReadTokens = Math.min(counts.cached, counts.input);
  return {
    ...emptyUsage,
    inputTokens: counts.input - cacheReadTokens + counts.tool,
    cacheReadTokens,
    outputTokens: counts.output + counts.thoughts,
    reasoningTokens: counts.thoughts,
  };
}
