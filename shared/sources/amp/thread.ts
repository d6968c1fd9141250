import { parseEpochSeconds, parseIsoInstant, secondMs } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { totalTokens } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { lastSegment } from '../lib/paths.ts';
import { skip } from '../lib/skip.ts';
import type { FieldTree, LogDocument } from '../streams.ts';
import { parseEntryTokens, parseMessageUsage, toCreditCost } from './usage.ts';

/** The fields of a thread that are read: no conversation content. */
export const threadFields = {
  id: true,
  created: true,
  env: { initial: { trees: [{ uri: true }] } },
  messages: [
    {
      role: true,
      messageId: true,
      usage: {
        model: true,
        timestamp: true,
        inputTokens: true,
        outputTokens: true,
        cacheCreationInputTokens: true,
        cacheReadInputTokens: true,
        credits: true,
      },
    },
  ],
  usageLedger: {
    events: [
      {
        id: true,
        timestamp: true,
        model: true,
        credits: true,
        tokens: { input: true, output: true },
        operationType: true,
        toMessageId: true,
      },
    ],
  },
} as const satisfies FieldTree;

/** What a thread says about all its requests. */
interface Thread {
  readonly id: string;
  readonly createdAtMs: number | null;
  readonly project: string | null;
}

/** One request: its entry in the ledger, the usage of the message that it produced, or both. */
interface Request {
  readonly entry: JsonRecord | null;
  readonly usage: JsonRecord | null;
  /** Null for a request that produced no message. */
  readonly messageId: string | null;
}

/** What a thread yields. Rules and evidence: README.md. */
export function readThread({ path, value }: LogDocument): readonly LogRecord[] {
  const record = toRecord(value);
  if (record === null) return [{ kind: 'skip', reason: 'not-a-record' }];
  const thread: Thread = {
    id: toId(record['id']) ?? lastSegment(path).replace(/\.json$/, ''),
    createdAtMs: typeof record['created'] === 'number' ? parseEpochSeconds(record['created'] / secondMs) : null,
    project: findProject(record),
  };
  return listRequests(record).map((request) => toLogRecord(request, thread));
}

/**
 * Every entry of the ledger, with the message that it produced. In a thread that has a ledger, a message that is not in
 * it waits for its entry, which knows its time.
 */
function listRequests(thread: JsonRecord): readonly Request[] {
  const usages = new Map<string, JsonRecord>();
  for (const message of toRecords(thread['messages'])) {
    const [id, usage] = [toMessageId(message['messageId']), toRecord(message['usage'])];
    if (message['role'] === 'assistant' && id !== null && usage !== null) usages.set(id, usage);
  }
  const events = toRecord(thread['usageLedger'])?.['events'];
  if (!Array.isArray(events)) return [...usages].map(([messageId, usage]) => ({ entry: null, usage, messageId }));
  return toRecords(events).map((entry): Request => {
    const id = entry['operationType'] === 'inference' ? toMessageId(entry['toMessageId']) : null;
    const usage = id === null ? null : (usages.get(id) ?? null);
    // A second request for the same message counts on its own.
    if (id !== null) usages.delete(id);
    return { entry, usage, messageId: usage === null ? null : id };
  });
}

function toLogRecord({ entry, usage: stated, messageId }: Request, thread: Thread): LogRecord {
  const model = toId(stated?.['model']) ?? toId(entry?.['model']);
  if (model === null) return skip('no-model');
  const usage =
    stated === null ? parseEntryTokens(toRecord(entry?.['tokens']) ?? {}) : parseMessageUsage(stated, model);
  if (usage === null) return skip('bad-usage');
  if (totalTokens(usage) === 0) return skip('empty-usage');
  const atMs = parseIsoInstant(entry?.['timestamp']) ?? parseIsoInstant(stated?.['timestamp']) ?? thread.createdAtMs;
  if (atMs === null) return skip('no-timestamp');
  const entryId = toId(entry?.['id']);
  const name = entryId ?? (messageId === null ? null : `${thread.id}/${messageId}`);
  if (name === null) return skip('no-id');
  return {
    kind: 'event',
    event: {
      key: `amp:${name}`,
      aliases: [],
      replay: null,
      profile: {
        ...defaultProfile,
        source: 'amp',
        provider: 'amp',
        model,
        sessionId: thread.id,
        project: thread.project,
      },
      atMs,
      usage,
      isFinal: true,
      webSearchRequests: 0,
      loggedCostMicroUsd: toCreditCost(entry?.['credits'] ?? stated?.['credits']),
    },
  };
}

/** The first folder that the thread was begun with. */
function findProject(thread: JsonRecord): string | null {
  const tree = toRecords(toRecord(toRecord(thread['env'])?.['initial'])?.['trees'])[0];
  const uri = toName(tree?.['uri']);
  if (uri?.startsWith('file:///') !== true) return null;
  try {
    const path = decodeURIComponent(uri.slice('file://'.length));
    return toName(/^\/[A-Za-z]:/.test(path) ? path.slice(1).replaceAll('/', '\\') : path);
  } catch {
    return null;
  }
}

function toMessageId(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : toId(value);
}

function toRecords(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map(toRecord).filter((one) => one !== null) : [];
}
