import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import type { LogReader, SideTexts } from '../streams.ts';
import { findSession } from './session.ts';
import { parseTurn } from './turn.ts';

/** Reads a session's updates: each line stands for itself. */
export function createGrokBuildReader(path: string, _state: ReaderState, sideTexts: SideTexts = []): LogReader {
  const session = findSession(path, sideTexts);
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      return parsed.ok ? parseTurn(parsed.value, session) : [{ kind: 'skip', reason: parsed.error }];
    },
    state: () => null,
  };
}
