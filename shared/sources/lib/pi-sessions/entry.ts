import { parseEpochSeconds, parseIsoInstant, secondMs } from '../../../domain/instant.ts';
import type { SourceId } from '../../../domain/ids.ts';
import type { LogRecord, UnloggedCall } from '../../../domain/log-record.ts';
import { defaultProfile } from '../../../domain/profile-fields.ts';
import { isGiven, toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toId } from '../names.ts';
import { skip } from '../skip.ts';
import { toAnsweringModel, toProvider, type PiSession } from './session.ts';
import { isEmptyCall, parseCallUsage, type CallUsage } from './usage.ts';

/** What differs between the agents that write such sessions. */
export interface PiDialect {
  readonly source: SourceId;
  /** The call behind an entry without usage of its own; null when there was none, or another file has it. */
  toUnloggedCall(entry: JsonRecord): UnloggedCall | null;
  /** Whether the entry was taken over from another agent's log, where it counts. */
  isImported(entry: JsonRecord): boolean;
}

/** A call to a model, wherever in an entry it is described. */
interface LoggedCall {
  readonly usage: unknown;
  readonly provider: string;
  readonly model: string | null;
  /** UTC milliseconds; null when missing or absurd. */
  readonly atMs: number | null;
  /** What tells it from other calls of the same time: the provider's id of the response, or the entry's id. */
  readonly id: string;
  /** The entry is the call's only record, and keeps its id forever. */
  readonly isNamedByEntry: boolean;
}

/** What an entry yields: its call, or why it cannot be counted. Rules and evidence: the README.md of each dialect. */
export function parseEntry(entry: JsonRecord, session: PiSession, dialect: PiDialect): readonly LogRecord[] {
  const call = toCall(entry, session);
  if (call === null) {
    const unlogged = isCopied(parseIsoInstant(entry['timestamp']), session) ? null : dialect.toUnloggedCall(entry);
    return unlogged === null ? [] : [{ kind: 'unlogged', call: unlogged }];
  }
  if (dialect.isImported(entry)) return [skip('imported')];
  if (call.atMs === null) return [skip('no-timestamp')];
  if (call.model === null) return [skip('no-model')];
  const usage = parseCallUsage(call.usage);
  if (usage === null) return [skip('bad-usage')];
  if (isEmptyCall(usage)) return [skip('empty-usage')];
  return [toEvent({ ...call, atMs: call.atMs, model: call.model }, usage, session, dialect.source)];
}

function toEvent(
  call: LoggedCall & { readonly atMs: number; readonly model: string },
  { tokens, webSearchRequests, costMicroUsd }: CallUsage,
  session: PiSession,
  source: SourceId,
): LogRecord {
  const { provider, model, atMs } = call;
  return {
    kind: 'event',
    event: {
      key: toKey(source, call, tokens),
      aliases: [],
      replay: null,
      profile: {
        ...defaultProfile,
        source,
        provider,
        model,
        sessionId: session.sessionId,
        project: session.project,
        isSidechain: session.isSubagent,
        subagent: session.subagent,
        isCopy: isCopied(atMs, session),
      },
      atMs,
      usage: tokens,
      isFinal: true,
      webSearchRequests,
      loggedCostMicroUsd: costMicroUsd,
    },
  };
}

/**
 * Forks copy a message with its time, its response's id and its tokens; but neither its entry's id (the oldest files
 * get theirs when they are first opened by a newer version) nor always its cost.
 */
function toKey(source: SourceId, call: LoggedCall & { readonly atMs: number }, tokens: CallUsage['tokens']): string {
  if (call.isNamedByEntry) return `${source}:#${call.id}@${call.atMs}`;
  const counts = [
    tokens.inputTokens,
    tokens.cacheCreation5mTokens + tokens.cacheCreation1hTokens,
    tokens.cacheReadTokens,
    tokens.outputTokens,
  ];
  return `${source}:@${call.atMs}:${call.provider}/${call.model}:${counts.join('.')}:${call.id}`;
}

/** The call that an entry describes; null when it describes none. */
function toCall(entry: JsonRecord, session: PiSession): LoggedCall | null {
  switch (entry['type']) {
    case 'message':
      return toMessageCall(entry);
    case 'usage':
    case 'model_usage':
      return toEntryCall(entry, toProvider(entry['provider']), toId(entry['model']));
    case 'compaction':
    case 'branch_summary': {
      // An extension may have asked any model.
      const model = entry['fromHook'] === true ? null : session.model;
      return toEntryCall(entry, model?.provider ?? 'unknown', model?.model ?? 'unknown');
    }
    default:
      return null;
  }
}

function toMessageCall(entry: JsonRecord): LoggedCall | null {
  const message = toRecord(entry['message']);
  if (message?.['role'] !== 'assistant' || !isGiven(message['usage'])) return null;
  const requestedAt = message['timestamp'];
  const requestedAtMs = typeof requestedAt === 'number' ? parseEpochSeconds(requestedAt / secondMs) : null;
  return {
    usage: message['usage'],
    provider: toProvider(message['provider']),
    model: toAnsweringModel(message),
    atMs: requestedAtMs ?? parseIsoInstant(entry['timestamp']),
    id: toId(message['responseId']) ?? '',
    isNamedByEntry: false,
  };
}

function toEntryCall(entry: JsonRecord, provider: string, model: string | null): LoggedCall | null {
  if (!isGiven(entry['usage'])) return null;
  const atMs = parseIsoInstant(entry['timestamp']);
  const id = toId(entry['id']);
  return { usage: entry['usage'], provider, model, atMs, id: id ?? '', isNamedByEntry: id !== null };
}

/** Whether something older than the session was copied into it. */
function isCopied(atMs: number | null, { begunAtMs }: PiSession): boolean {
  return atMs !== null && begunAtMs !== null && atMs < begunAtMs;
}
