import type { LogRecord } from '../../../domain/log-record.ts';
import type { ReaderState } from '../../../ports/cursor-store.ts';
import type { LineStream, LogReader } from '../../streams.ts';
import { parseEntry, type PiDialect } from './entry.ts';
import { piFields, piNeedles } from './fields.ts';
import { applyEntry, restoreSession, toSessionState } from './session.ts';

/**
 * Sessions as Pi and the agents derived from it write them: a head, then the entries of a tree, one on each line. Usage
 * on abandoned branches counts, too.
 */
export function createPiStream(dialect: PiDialect, matches: LineStream['matches']): LineStream {
  return {
    kind: 'lines',
    matches,
    needles: piNeedles,
    fields: piFields,
    createReader: (path, state) => createReader(path, state, dialect),
  };
}

function createReader(path: string, state: ReaderState, dialect: PiDialect): LogReader {
  let session = restoreSession(path, state);
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      session = applyEntry(session, parsed.value);
      return parseEntry(parsed.value, session, dialect);
    },
    state: () => toSessionState(session),
  };
}
