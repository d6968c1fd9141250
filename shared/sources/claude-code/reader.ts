import type { LogRecord } from '../../domain/log-record.ts';
import { hashText } from '../../lib/hash-text.ts';
import type { ReaderState } from '../../ports/ledger-store.ts';
import { toName } from '../lib/json-record.ts';
import { fileStem } from '../lib/paths.ts';
import type { LogReader } from '../source.ts';
import { invisibleCallNeedles, toInvisibleCall } from './invisible-calls.ts';
import { parseResponse, type TranscriptContext } from './parse.ts';

/** A line without any of these concerns nobody: neither usage nor a call that left none. */
export const claudeCodeNeedles: readonly string[] = ['"usage"', ...invisibleCallNeedles];

/** Reads a transcript. Its only memory is a hash of the last title, since a title is written again and again. */
export function createClaudeCodeReader(path: string, state: ReaderState): LogReader {
  const context: TranscriptContext = { fileStem: fileStem(path), isSubagentFile: /[\\/]subagents[\\/]/.test(path) };
  let titleHash = typeof state === 'string' ? state : null;
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      const call = toInvisibleCall(parsed.value);
      if (call === null) return parseResponse(parsed.value, line, context);
      if (call === 'title') {
        const hash = hashText(toName(parsed.value['aiTitle']) ?? '');
        if (hash === titleHash) return [];
        titleHash = hash;
      }
      return [{ kind: 'invisible', call }];
    },
    state: () => titleHash,
  };
}
