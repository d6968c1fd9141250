import { parseEpochSeconds, secondMs } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import { besideMessages, toTaskId } from '../lib/editor-tasks/paths.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { toLoggedCost } from '../lib/logged-cost.ts';
import { lastSegment } from '../lib/paths.ts';
import { skip } from '../lib/skip.ts';
import { toCounts } from '../lib/token-count.ts';
import type { FieldTree, LogDocument } from '../streams.ts';

const tokenFields = {
  inputTokens: true,
  outputTokens: true,
  cacheReadTokens: true,
  cacheWriteTokens: true,
  reasoningTokenCount: true,
} as const;

/** The fields of a session's messages that are read: no conversation content. */
export const sessionFields = {
  origin: { version: true, source: true },
  messages: [
    {
      id: true,
      role: true,
      ts: true,
      modelInfo: { id: true, provider: true },
      metrics: { ...tokenFields, cost: true },
    },
  ],
} as const satisfies FieldTree;

/** What a session says about all its messages. */
interface Session {
  readonly id: string;
  readonly isSubagent: boolean;
  /** The subagent whose messages these are; null for the session's own. */
  readonly subagent: string | null;
  readonly project: string | null;
  readonly agentVersion: string | null;
  readonly entrypoint: string | null;
}

/** The file that describes the session whose folder the messages are in. */
export function sessionSideFiles(path: string): readonly string[] {
  return [besideMessages(path, `${toTaskId(path)}.json`)];
}

/** What the messages of a session, or of one of its subagents, yield. Rules and evidence: README.md. */
export function readSession({ path, value, sideTexts: [manifest = null] }: LogDocument): readonly LogRecord[] {
  const document = toRecord(value);
  if (document === null || !Array.isArray(document['messages'])) return [skip('not-a-record')];
  const origin = toRecord(document['origin']);
  const parsed = manifest === null ? null : parseJsonRecord(manifest);
  const description = parsed?.ok ? parsed.value : null;
  const id = toTaskId(path);
  // The root's own messages are in a file named as its folder; all others are its subagents' and teammates'.
  const isSubagent = lastSegment(path) !== `${id}.messages.json`;
  const session: Session = {
    id,
    isSubagent,
    subagent: isSubagent ? toId(lastSegment(path).replace(/\.messages\.json$/, '')) : null,
    project: toName(description?.['cwd']) ?? toName(description?.['workspace_root']),
    agentVersion: toId(origin?.['version']),
    entrypoint: toId(origin?.['source']),
  };
  return document['messages'].flatMap((each) => parseMessage(toRecord(each), session));
}

function parseMessage(message: JsonRecord | null, session: Session): readonly LogRecord[] {
  const metrics = toRecord(message?.['metrics']);
  if (message?.['role'] !== 'assistant' || metrics === null) return [];
  const modelInfo = toRecord(message['modelInfo']);
  const provider = toId(modelInfo?.['provider'])?.toLowerCase() ?? null;
  const model = toId(modelInfo?.['id']);
  // The sum of an old task that was continued as a session: its requests are in that task's own file.
  if (model === null || provider === null || provider === 'unknown') return [skip('old-task')];
  const atMs = typeof message['ts'] === 'number' ? parseEpochSeconds(message['ts'] / secondMs) : null;
  if (atMs === null) return [skip('no-timestamp')];
  const usage = parseMetrics(metrics);
  if (usage === null) return [skip('bad-usage')];
  if (totalTokens(usage) === 0) return [skip('empty-usage')];
  const id = toId(message['id']);
  return [
    {
      kind: 'event',
      event: {
        key: id === null ? `cline:${session.id}@${atMs}` : `cline:${id}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'cline',
          provider,
          model,
          sessionId: session.id,
          project: session.project,
          isSidechain: session.isSubagent,
          subagent: session.subagent,
          agentVersion: session.agentVersion,
          entrypoint: session.entrypoint,
        },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: toLoggedCost(metrics['cost']),
      },
    },
  ];
}

/**
 * `inputTokens` is all input, except for the few providers whose own handlers exclude the cache; output includes
 * reasoning.
 */
function parseMetrics(metrics: JsonRecord): TokenUsage | null {
  const counts = toCounts(metrics, Object.keys(tokenFields) as (keyof typeof tokenFields)[]);
  if (counts === null) return null;
  const fresh = counts.inputTokens - counts.cacheReadTokens - counts.cacheWriteTokens;
  return {
    ...emptyUsage,
    inputTokens: fresh < 0 ? counts.inputTokens : fresh,
    cacheCreation5mTokens: counts.cacheWriteTokens,
    cacheReadTokens: counts.cacheReadTokens,
    outputTokens: counts.outputTokens,
    reasoningTokens: Math.min(counts.reasoningTokenCount, counts.outputTokens),
  };
}
