import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord } from '../../lib/json-record.ts';
import { fileStem } from '../lib/paths.ts';
import type { LogReader, SideTexts } from '../streams.ts';
import { parseUsageRecord, parseWireRecord, toInstant } from './call.ts';
import { parseLogPath } from './paths.ts';
import { findProject } from './project.ts';

/** Reads a log of either generation: their records have nothing in common. */
export function createKimiCliReader(path: string, state: ReaderState, sideTexts: SideTexts = []): LogReader {
  const parsedPath = parseLogPath(path);
  const stored = toRecord(state)?.['begunAtMs'];
  let log = {
    sessionId: parsedPath?.sessionId ?? fileStem(path),
    isSubagent: parsedPath?.isSubagent ?? false,
    subagent: parsedPath?.subagent ?? null,
    project: findProject(path, sideTexts),
    begunAtMs: typeof stored === 'number' ? stored : null,
  };
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      const record = parsed.value;
      if (record['type'] === 'metadata') log = { ...log, begunAtMs: toInstant(record['created_at']) };
      if (record['type'] === 'usage.record') return parseUsageRecord(record, log);
      return parseWireRecord(record, log);
    },
    state: () => ({ begunAtMs: log.begunAtMs }),
  };
}
