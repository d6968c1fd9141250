import { toName, toRecord, type JsonRecord } from '../../lib/json-record.ts';

const maxWord = 500;
/** More than any version sends; a larger value is not kept. */
const maxPartLength = 4_000;

/**
 * What a capture keeps of a payload: limits, context and cost as they were sent, and which session and model they are
 * of. No title, no transcript, no account.
 */
export function toCapture(payload: JsonRecord): JsonRecord {
  const model = toRecord(payload['model']);
  const workspace = toRecord(payload['workspace']) ?? {};
  return {
    sessionId: toName(payload['session_id'], maxWord),
    cwd: toName(workspace['current_dir']) ?? toName(payload['cwd']),
    version: toName(payload['version'], maxWord),
    model: model === null ? toName(payload['model'], maxWord) : toName(model['id'], maxWord),
    rateLimits: keepNumbers(payload['rate_limits']),
    contextWindow: keepNumbers(payload['context_window']),
    costUsd: (toRecord(payload['cost']) ?? {})['total_cost_usd'] ?? null,
  };
}

function keepNumbers(value: unknown): JsonRecord | null {
  const record = toRecord(value);
  return record === null || JSON.stringify(record).length > maxPartLength ? null : record;
}
