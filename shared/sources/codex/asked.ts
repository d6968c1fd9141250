import type { LogRecord } from '../../domain/log-record.ts';
import { createAskedStream } from '../lib/asked-limits.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toAccountHash } from '../lib/limit-values.ts';
import type { LimitQuestion } from '../source.ts';
import { parseLimits } from './limits.ts';

const requestId = 2;

/**
 * Codex's own program, asked over its standard input (JSON-RPC, a line each): it uses its own login, of which we see
 * nothing.
 */
export const codexLimitQuestion: LimitQuestion = {
  program: 'codex',
  args: ['app-server'],
  input: [
    { method: 'initialize', id: 1, params: { clientInfo: { name: 'fuelgauge', title: 'Fuelgauge', version: '0' } } },
    { method: 'initialized' },
    { method: 'account/rateLimits/read', id: requestId },
  ].map((message) => `${JSON.stringify(message)}\n`),
  findAnswer(line) {
    const parsed = parseJsonRecord(line);
    if (!parsed.ok || parsed.value['id'] !== requestId) return null;
    const result = toRecord(parsed.value['result']);
    return result === null ? { ok: false } : { ok: true, answer: pickLimits(result) };
  },
};

/** Answers that were kept. */
export const codexAskedStream = createAskedStream(readAsked);

/** Keeps what is about limits, and of the account only what identifies it. */
function pickLimits({ rateLimits, rateLimitsByLimitId, accountId }: JsonRecord): JsonRecord {
  return { rateLimits, rateLimitsByLimitId, account: toAccountHash(accountId) };
}

/** The windows of an answer: those of every limit where it lists them, else those of the main one. */
export function readAsked(answer: JsonRecord, observedAtMs: number): readonly LogRecord[] {
  const { rateLimits, rateLimitsByLimitId, account } = answer;
  const listed = Object.values(toRecord(rateLimitsByLimitId) ?? {}).filter((limits) => toRecord(limits) !== null);
  const all = listed.length > 0 ? listed : [rateLimits];
  const found = { origin: 'api', observedAtMs, account: typeof account === 'string' ? account : null } as const;
  return all.slice(0, 20).flatMap((limits) => parseLimits(toLogged(limits), found));
}

/** The same in the names of the logs. */
function toLogged(value: unknown): JsonRecord | null {
  const limits = toRecord(value);
  if (limits === null) return null;
  const toSlot = (slot: unknown) => {
    const window = toRecord(slot);
    if (window === null) return null;
    const { usedPercent, windowDurationMins, resetsAt } = window;
    return { used_percent: usedPercent, window_minutes: windowDurationMins, resets_at: resetsAt };
  };
  const credits = toRecord(limits['credits']);
  return {
    limit_id: limits['limitId'],
    limit_name: limits['limitName'],
    plan_type: limits['planType'],
    primary: toSlot(limits['primary']),
    secondary: toSlot(limits['secondary']),
    credits: credits && { ...credits, has_credits: credits['hasCredits'] },
  };
}
