import type { LogRecord } from '../../domain/log-record.ts';
import { hashText } from '../../lib/hash-text.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { isGiven, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import { parseAmount, parseEpochMs, parsePercent, toLimitRecords, type ReadingBase } from '../lib/limit-values.ts';
import { skip } from '../lib/skip.ts';
import type { LineStream, LogReader } from '../streams.ts';
import { claudeLimit, readWindow, sessionMinutes, toWindow, weekMinutes } from './limit-windows.ts';

/** The file to which `fuelgauge statusline` appends what the agent passed to it; below our data folder. */
export const capturesPath = ['statusline', 'captures.jsonl'] as const;

/** Version 1 of a captured line. */
export const captureSchema = 'fuelgauge.capture.v1';

/** Sessions of which the last capture is remembered. */
const maxSessions = 32;

/** Whether a file below a root holds captures; the older half is set aside under a name of its own. */
export function isCaptures(relativePath: string): boolean {
  return relativePath === capturesPath[1] || relativePath === 'captures.1.jsonl';
}

/** What the agent passed to its status line. */
export const capturesStream: LineStream = {
  kind: 'lines',
  matches: isCaptures,
  needles: [`"${captureSchema}"`],
  fields: { schema: true, atMs: true, sessionId: true, rateLimits: true, contextWindow: true },
  createReader: (_path, state) => createCaptureReader(state),
};

/**
 * Builds the reader. A session passes on the limits of its last response each time its line is drawn, also when it has
 * been idle for days, while another session's are newer. So a capture that says the same as the session's last one is no
 * new observation.
 */
export function createCaptureReader(state: ReaderState): LogReader {
  const seen = new Map<string, string>(Array.isArray(state) ? state.filter(isPair) : []);

  const isRepeat = (capture: JsonRecord): boolean => {
    const session = hashText(toName(capture['sessionId']) ?? '');
    const hash = hashText(JSON.stringify([capture['rateLimits'], capture['contextWindow']]));
    const isKnown = seen.get(session) === hash;
    seen.delete(session);
    seen.set(session, hash);
    for (const [oldest] of seen) if (seen.size > maxSessions) seen.delete(oldest);
    return isKnown;
  };

  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [skip(parsed.error)];
      const capture = parsed.value;
      if (capture['schema'] !== captureSchema || toRecord(capture['rateLimits']) === null) return [];
      return isRepeat(capture) ? [] : readCapture(capture);
    },
    state: () => [...seen].map(([session, hash]) => [session, hash]),
  };
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

function readCapture(capture: JsonRecord): readonly LogRecord[] {
  const limits = toRecord(capture['rateLimits'])!;
  const observedAtMs = parseEpochMs(capture['atMs']);
  if (observedAtMs === null) return [skip('no-timestamp')];
  // The agent does not say whose limits they are.
  const base: ReadingBase = { ...claudeLimit, origin: 'statusline', account: null, planType: null, observedAtMs };
  const records = [
    ...readWindow(base, limits['five_hour'], 'used_percentage', toWindow(sessionMinutes, null)),
    ...readWindow(base, limits['seven_day'], 'used_percentage', toWindow(weekMinutes, null)),
    ...readSpendLimit(toRecord(limits['spend_limit']), base),
  ];
  return records.some((record) => hasEnded(record, observedAtMs)) ? [] : records;
}

/**
 * Whether a window had already been reset when the line was drawn. All that the capture says is then at least as old: an
 * idle session passes on its last response, which another session's newer one must not give way to.
 */
function hasEnded(record: LogRecord, observedAtMs: number): boolean {
  return record.kind === 'limit' && (record.reading.resetsAtMs ?? Infinity) <= observedAtMs;
}

/** The limit of spending beyond the plan; it may be exceeded. */
function readSpendLimit(spend: JsonRecord | null, base: ReadingBase): readonly LogRecord[] {
  const share = spend?.['used_percentage'];
  if (spend === null || !isGiven(share)) return [];
  const usedPercent = parsePercent(typeof share === 'number' ? Math.min(share, 100) : share);
  if (usedPercent === null) return [skip('bad-limit')];
  const used = parseAmount(spend['used_usd']);
  const limit = parseAmount(spend['limit_usd']);
  const remaining = used === null || limit === null ? null : Math.max(0, limit - used);
  const amount = used === null ? null : ({ unit: 'usd', used, limit, remaining } as const);
  return toLimitRecords(base, { windowMinutes: null, scope: 'spend', usedPercent, amount, reset: spend['resets_at'] });
}
