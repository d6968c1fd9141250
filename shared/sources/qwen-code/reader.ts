import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord } from '../../lib/json-record.ts';
import { fileStem } from '../lib/paths.ts';
import type { LogReader } from '../streams.ts';
import { parseMessage, parseTelemetry } from './response.ts';

/**
 * Reads a chat. The telemetry in it has every response, the conversation only those of the main agent, a moment later:
 * what is said there counts only until the first telemetry.
 */
export function createQwenCodeReader(path: string, state: ReaderState): LogReader {
  const fallback = fileStem(path);
  let hasTelemetry = toRecord(state)?.['hasTelemetry'] === true;
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      const record = parsed.value;
      if (record['type'] === 'assistant') return hasTelemetry ? [] : parseMessage(record, fallback);
      const event = record['type'] === 'system' ? toRecord(toRecord(record['systemPayload'])?.['uiEvent']) : null;
      if (event?.['event.name'] !== 'qwen-code.api_response') return [];
      hasTelemetry = true;
      return parseTelemetry(record, event, fallback);
    },
    state: () => ({ hasTelemetry }),
  };
}
