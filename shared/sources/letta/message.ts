import { parseEpochSeconds, secondMs } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId } from '../lib/names.ts';
import { toProvider } from '../lib/pi-sessions/session.ts';
import { isEmptyCall, parseCallUsage } from '../lib/pi-sessions/usage.ts';
import { skip } from '../lib/skip.ts';
import type { FieldTree } from '../streams.ts';

/** What every message with usage contains. */
export const messageNeedles: readonly string[] = ['"usage"'];

/** The fields of a message that are read. Its usage stands a second time below `metadata`. */
export const messageFields = {
  id: true,
  role: true,
  provider: true,
  model: true,
  responseId: true,
  usage: true,
  timestamp: true,
  metadata: { conversation_id: true },
} as const satisfies FieldTree;

/** What a message yields: its request, or why there is none. `folder` names the conversation where nothing else does. */
export function parseMessage(message: JsonRecord, folder: string): readonly LogRecord[] {
  if (message['role'] !== 'assistant' || toRecord(message['usage']) === null) return [];
  const timestamp = message['timestamp'];
  const atMs = typeof timestamp === 'number' ? parseEpochSeconds(timestamp / secondMs) : null;
  if (atMs === null) return [skip('no-timestamp')];
  const id = toId(message['responseId']) ?? toId(message['id']);
  if (id === null) return [skip('no-id')];
  const model = toId(message['model']);
  if (model === null) return [skip('no-model')];
  const usage = parseCallUsage(message['usage']);
  if (usage === null) return [skip('bad-usage')];
  if (isEmptyCall(usage)) return [skip('empty-usage')];
  const sessionId = toId(toRecord(message['metadata'])?.['conversation_id']) ?? folder;
  return [
    {
      kind: 'event',
      event: {
        key: `letta:${id}@${atMs}`,
        aliases: [],
        replay: null,
        profile: { ...defaultProfile, source: 'letta', provider: toProvider(message['provider']), model, sessionId },
        atMs,
        usage: usage.tokens,
        isFinal: true,
        webSearchRequests: usage.webSearchRequests,
        loggedCostMicroUsd: usage.costMicroUsd,
      },
    },
  ];
}
