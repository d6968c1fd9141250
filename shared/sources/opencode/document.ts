import type { LogRecord } from '../../domain/log-record.ts';
import { toName, toRecord } from '../lib/json-record.ts';
import { lastSegment } from '../lib/paths.ts';
import type { LogDocument } from '../streams.ts';
import { longestId } from './identity.ts';
import { isAnswer, isSettled, parseAnswer } from './message.ts';

/** What a message in its own file yields; OpenCode wrote messages this way before it had a database. */
export function readMessageDocument({ path, value }: LogDocument): readonly LogRecord[] {
  const message = toRecord(value);
  if (message === null) return [{ kind: 'skip', reason: 'not-a-record' }];
  if (!isAnswer(message) || !isSettled(message)) return [];
  const name = lastSegment(path).replace(/\.json$/, '');
  const folder = lastSegment(path.replace(/[\\/][^\\/]*$/, ''));
  return parseAnswer(message, {
    id: toName(message['id'], longestId) ?? toName(name, longestId),
    sessionId: toName(message['sessionID'], longestId) ?? toName(folder, longestId),
    isSubagent: false,
    directory: null,
    agentVersion: null,
  });
}
