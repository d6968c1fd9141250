import type { LogRecord } from '../../domain/log-record.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { parseEpochMs } from './limit-values.ts';
import { skip } from './skip.ts';
import { joinPath } from './paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';
import type { LineStream } from '../streams.ts';

/** The file of an agent's answers; `<data folder>/asked/<source>/…`. */
export const askedFolder = 'asked';
export const askedFileName = 'asked-limits.jsonl';
/** A full file is set aside under this name, in place of the one before it. */
export const askedBeforeName = 'asked-limits.1.jsonl';
/** Version 1 of a line in it. */
const askedSchema = 'fuelgauge.asked.v1';

/** A line with an answer as the agent gave it. */
export function toAskedLine(answer: JsonRecord, atMs: number): string {
  return `${JSON.stringify({ schema: askedSchema, atMs, answer })}\n`;
}

/** Where answers of an agent's own program are kept, if it was asked. */
export function askedRoots(source: string, program: string, host: HostEnvironment): readonly LogRoot[] {
  const { platform, dataFolder } = host;
  if (dataFolder === undefined) return [];
  return [{ path: joinPath(platform, dataFolder, askedFolder, source), origin: program }];
}

/** The stream of what an agent answered when its own program was asked; `read` turns an answer into records. */
export function createAskedStream(
  read: (answer: JsonRecord, observedAtMs: number) => readonly LogRecord[],
): LineStream {
  return {
    kind: 'lines',
    matches: (path) => path === askedFileName || path === askedBeforeName,
    needles: [`"${askedSchema}"`],
    fields: { schema: true, atMs: true, answer: true },
    createReader: () => ({
      read(line): readonly LogRecord[] {
        const parsed = line.record();
        if (!parsed.ok) return [skip(parsed.error)];
        const { schema, atMs, answer } = parsed.value;
        const [observedAtMs, record] = [parseEpochMs(atMs), toRecord(answer)];
        if (schema !== askedSchema || record === null) return [];
        return observedAtMs === null ? [skip('no-timestamp')] : read(record, observedAtMs);
      },
      state: () => null,
    }),
  };
}
