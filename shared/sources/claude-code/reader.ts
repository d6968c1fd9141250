import { parseIsoInstant } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { hashText } from '../../lib/hash-text.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { toAccountHash } from '../lib/limit-values.ts';
import { fileStem } from '../lib/paths.ts';
import { toWholeRecord } from '../lib/whole-record.ts';
import type { LogLine, LogReader } from '../streams.ts';
import { isNamedForEver } from './identity.ts';
import { unloggedCallNeedles, toUnloggedCall } from './unlogged-calls.ts';
import { parseResponse, type TranscriptContext } from './parse.ts';
import { readLimitMessage } from './limit-message.ts';
import { findDesktopAccount, findDesktopOrganisation } from './paths.ts';

/** A line without any of these is irrelevant: it has neither usage nor a call without usage. */
export const claudeCodeNeedles: readonly string[] = ['"usage"', ...unloggedCallNeedles];

/**
 * Reads a transcript. It remembers a hash of the last title, since a title is written repeatedly; and, purely for
 * speed, the time of the last row if it was a response: the agent writes a row for every part of a response, usually
 * with only the time changed.
 */
export function createClaudeCodeReader(path: string, state: ReaderState): LogReader {
  const context: TranscriptContext = {
    fileStem: fileStem(path),
    isSubagentFile: /[\\/]subagents[\\/]/.test(path),
    subagent: toId(/^agent-(.+)$/.exec(fileStem(path))?.[1]),
    account: findDesktopAccount(path),
  };
  const limitAccount = toAccountHash(findDesktopOrganisation(path));
  let titleHash = typeof state === 'string' ? state : null;
  let rowAtMs: number | null = null;

  /** Whether the line repeats the last row at a later time: it adds nothing to the response. */
  const isRepeat = (line: LogLine): boolean => {
    if (rowAtMs === null) return false;
    const atMs = parseIsoInstant(line.repeat('timestamp'));
    return atMs !== null && atMs >= rowAtMs;
  };

  /** A request that failed says so in a row of the agent's own; the message itself is only in the whole line. */
  const readLimits = (record: JsonRecord, line: LogLine): readonly LogRecord[] =>
    record['isApiErrorMessage'] === true
      ? readLimitMessage(toWholeRecord(line), parseIsoInstant(record['timestamp']), limitAccount)
      : [];

  return {
    read(line): readonly LogRecord[] {
      if (isRepeat(line)) return [{ kind: 'repeat' }];
      rowAtMs = null;
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      const call = toUnloggedCall(parsed.value);
      if (call === null) {
        const records = [...parseResponse(parsed.value, line, context), ...readLimits(parsed.value, line)];
        const [first, ...others] = records;
        if (first?.kind === 'event' && others.length === 0 && isNamedForEver(first.event)) rowAtMs = first.event.atMs;
        return records;
      }
      if (call === 'title') {
        const hash = hashText(toName(parsed.value['aiTitle']) ?? '');
        if (hash === titleHash) return [];
        titleHash = hash;
      }
      return [{ kind: 'unlogged', call }];
    },
    state: () => titleHash,
  };
}
