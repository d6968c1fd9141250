import type { LogRecord } from '../../domain/log-record.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { SideTexts } from '../streams.ts';
import { parseMessage, type GeminiCliChat } from './message.ts';
import { parseChatPath } from './paths.ts';
import { findProject } from './project.ts';

/** What a chat's path and the files beside it say, before any of it is read. */
export function startChat(path: string, sideTexts: SideTexts): GeminiCliChat {
  const { parentSessionId, isSubagent, stem } = parseChatPath(path);
  return {
    sessionId: parentSessionId ?? stem,
    isSessionFixed: parentSessionId !== null,
    isSubagent,
    subagent: parentSessionId === null ? null : stem,
    project: findProject(path, sideTexts),
  };
}

/** Applies a chat's head. */
export function applyHead(chat: GeminiCliChat, head: JsonRecord): GeminiCliChat {
  const named = chat.isSessionFixed ? null : toName(head['sessionId'], 256);
  return {
    ...chat,
    sessionId: named ?? chat.sessionId,
    isSubagent: chat.isSubagent || head['kind'] === 'subagent',
  };
}

/** What the messages of a list yield; nothing when it is not a list. */
export function parseMessages(messages: unknown, chat: GeminiCliChat): readonly LogRecord[] {
  return Array.isArray(messages) ? messages.flatMap((message) => parseMessage(message, chat)) : [];
}

/** What a chat in the older format yields: one object with its head and all messages. */
export function parseChat(value: unknown, chat: GeminiCliChat): readonly LogRecord[] {
  const record = toRecord(value);
  if (record === null) return [{ kind: 'skip', reason: 'not-a-record' }];
  return parseMessages(record['messages'], applyHead(chat, record));
}
