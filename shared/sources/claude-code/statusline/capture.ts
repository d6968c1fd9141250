import { toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toName } from '../../lib/names.ts';
import { toNumber } from './values.ts';

const maxWord = 500;
/** More than any version sends; a larger value is not kept. */
const maxPartLength = 4_000;
const maxDepth = 3;
const plainName = /^[a-z][a-z0-9_-]{0,39}$/i;
/** A number or an ISO 8601 instant, as text. */
const figure = /^(\d{1,15}(\.\d{1,15})?|\d{4}-\d\d-\d\dT[\d:.]{4,20}(Z|[+-]\d\d:?\d\d)?)$/;

/**
 * What a capture keeps of a payload: the figures of limits, context and cost as they were sent, and which session and
 * model they are of. No title, no transcript, no account.
 */
export function toCapture(payload: JsonRecord): JsonRecord {
  const model = toRecord(payload['model']);
  const workspace = toRecord(payload['workspace']) ?? {};
  return {
    sessionId: toName(payload['session_id'], maxWord),
    cwd: toName(workspace['current_dir']) ?? toName(payload['cwd']),
    version: toName(payload['version'], maxWord),
    model: model === null ? toName(payload['model'], maxWord) : toName(model['id'], maxWord),
    rateLimits: keepFigures(payload['rate_limits']),
    contextWindow: keepFigures(payload['context_window']),
    costUsd: toNumber((toRecord(payload['cost']) ?? {})['total_cost_usd']),
  };
}

function keepFigures(value: unknown): JsonRecord | null {
  const record = toRecord(value);
  const figures = record === null ? null : keepMembers(record, maxDepth);
  return figures === null || JSON.stringify(figures).length > maxPartLength ? null : figures;
}

/** Numbers, flags and instants under plain names. Words could be anybody's, and deeper than this nothing is sent. */
function keepMembers(record: JsonRecord, depth: number): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => {
      if (!plainName.test(name)) return [];
      if (value === null || ['number', 'boolean'].includes(typeof value)) return [[name, value]];
      if (typeof value === 'string') return figure.test(value) ? [[name, value]] : [];
      const inner = toRecord(value);
      return inner === null || depth === 1 ? [] : [[name, keepMembers(inner, depth - 1)]];
    }),
  );
}
