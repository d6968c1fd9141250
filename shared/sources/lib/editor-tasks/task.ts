import type { LogRecord } from '../../../domain/log-record.ts';
import { defaultProfile } from '../../../domain/profile-fields.ts';
import type { TokenUsage } from '../../../domain/token-usage.ts';
import { totalTokens } from '../../../domain/token-usage.ts';
import { toRecord } from '../../../lib/json-record.ts';
import { skip } from '../skip.ts';
import { parseTaskRequest, type TaskRequest, type TaskTokens } from './request.ts';

/** What is known about a task besides its messages. */
export interface Task {
  readonly source: string;
  readonly id: string;
  readonly project: string | null;
  /** Who answered a request, for messages that do not say it; null when that is not known either. */
  modelAt(atMs: number): { readonly provider: string | null; readonly model: string } | null;
  /** What the agent means by its counts. */
  toUsage(tokens: TaskTokens): TokenUsage;
}

/** What the messages of a task yield. Rules and evidence: the README.md of each agent that writes them. */
export function parseTask(value: unknown, task: Task): readonly LogRecord[] {
  if (!Array.isArray(value)) return [{ kind: 'skip', reason: 'not-a-record' }];
  return value.flatMap((each) => {
    const message = toRecord(each);
    const request = message === null ? null : parseTaskRequest(message);
    if (request === null) return [];
    if (request === 'not-json') return [skip('not-json')];
    const record = toLogRecord(request, task);
    if (request.kind !== 'condensed') return [record];
    return [{ kind: 'unlogged' as const, call: 'condense' }, ...(record.kind === 'event' ? [record] : [])];
  });
}

function toLogRecord(request: TaskRequest, task: Task): LogRecord {
  const { kind, atMs, tokens, costMicroUsd } = request;
  if (atMs === null) return skip('no-timestamp');
  if (tokens === null) return skip('bad-usage');
  const usage = task.toUsage(tokens);
  if (totalTokens(usage) === 0 && costMicroUsd === null) return skip('empty-usage');
  const known = request.model === null ? task.modelAt(atMs) : null;
  return {
    kind: 'event',
    event: {
      key: `${task.source}:${task.id}@${atMs}${kind === 'request' ? '' : `/${kind}`}`,
      aliases: [],
      replay: null,
      profile: {
        ...defaultProfile,
        source: task.source,
        provider: (request.provider ?? known?.provider ?? 'unknown').toLowerCase(),
        model: request.model ?? known?.model ?? 'unknown',
        sessionId: task.id,
        project: task.project ?? request.project,
        isSidechain: kind === 'subagents',
      },
      atMs,
      usage,
      isFinal: true,
      webSearchRequests: 0,
      loggedCostMicroUsd: costMicroUsd,
    },
  };
}
