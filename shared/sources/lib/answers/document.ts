import type { SourceId } from '../../../domain/ids.ts';
import type { LogRecord } from '../../../domain/log-record.ts';
import { toRecord } from '../../../lib/json-record.ts';
import { toId } from '../names.ts';
import { lastSegment } from '../paths.ts';
import type { DocumentStream, LogDocument } from '../../streams.ts';
import { isAnswer, isSettled, parseAnswer } from './message.ts';

/** Builds the reader of messages in files of their own: they were written this way before there was a database. */
export function createAnswerFileReader(source: SourceId): DocumentStream['read'] {
  return (document) => readMessageDocument(source, document);
}

function readMessageDocument(source: SourceId, { path, value }: LogDocument): readonly LogRecord[] {
  const message = toRecord(value);
  if (message === null) return [{ kind: 'skip', reason: 'not-a-record' }];
  if (!isAnswer(message) || !isSettled(message)) return [];
  const name = lastSegment(path).replace(/\.json$/, '');
  const folder = lastSegment(path.replace(/[\\/][^\\/]*$/, ''));
  return parseAnswer(message, {
    source,
    id: toId(message['id']) ?? toId(name),
    sessionId: toId(message['sessionID']) ?? toId(folder),
    isSubagent: false,
    subagent: null,
    directory: null,
    agentVersion: null,
  });
}
