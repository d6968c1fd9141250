import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { LogReader, SideTexts } from '../streams.ts';
import { applyHead, parseMessages, startChat } from './chat.ts';
import { parseMessage, type GeminiCliChat } from './message.ts';

/** Reads a chat in the current format: a head, messages, and patches (`$set`) that may repeat messages. */
export function createGeminiCliReader(path: string, state: ReaderState, sideTexts: SideTexts = []): LogReader {
  let chat = restoreChat(startChat(path, sideTexts), state);
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      const record = parsed.value;
      if (typeof record['projectHash'] === 'string') {
        chat = applyHead(chat, record);
        return parseMessages(record['messages'], chat);
      }
      const patch = toRecord(record['$set']);
      return patch === null ? parseMessage(record, chat) : parseMessages(patch['messages'], chat);
    },
    state: () => ({ sessionId: chat.sessionId, isSubagent: chat.isSubagent }),
  };
}

/** What the lines read so far said about the chat, restored from `state`. */
function restoreChat(chat: GeminiCliChat, state: ReaderState): GeminiCliChat {
  const stored = toRecord(state);
  if (stored === null) return chat;
  return {
    ...chat,
    sessionId: toName(stored['sessionId'], 256) ?? chat.sessionId,
    isSubagent: stored['isSubagent'] === true || chat.isSubagent,
  };
}
