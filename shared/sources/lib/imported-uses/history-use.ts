import type { EventKey } from '../../../domain/ids.ts';
import { parseIsoInstant } from '../../../domain/instant.ts';
import { emptyUsage, tokenClasses, type TokenUsage } from '../../../domain/token-usage.ts';
import type { JsonRecord } from '../../../lib/json-record.ts';
import { toName } from '../names.ts';
import { toCounts } from '../token-count.ts';

/** What another tool kept of an agent's usage: one request, or the sum of a model's day. */
export interface HistoryUse {
  /** The same in every import of the tool. */
  readonly id: string;
  /** The request's name in the agent's own log, with which it is merged; null for a sum. */
  readonly key: EventKey | null;
  /** The agent: the id of one of our sources, or the tool's own name for one that we do not read. */
  readonly agent: string;
  /** Of a sum: twelve hours after its day began. */
  readonly atMs: number;
  /** Of a sum: how long its day is, where the clock was changed on it; 24 hours otherwise. */
  readonly hours?: number;
  readonly model: string;
  readonly usage: TokenUsage;
  /** What the tool says it cost; null when it does not say. */
  readonly costUsd: number | null;
}

/** Why a line is none. */
export type HistoryUseFailure = 'no-id' | 'no-timestamp' | 'no-model' | 'bad-usage';

const longestName = 1_024;

/** A use as a line of JSON, without its line feed. */
export function toHistoryLine({ id, key, agent, atMs, hours, model, usage, costUsd }: HistoryUse): string {
  return JSON.stringify({
    history: id,
    ...(key !== null && { key }),
    at: new Date(atMs).toISOString(),
    ...(hours !== undefined && hours !== 24 && { hours }),
    agent,
    model,
    usage,
    ...(costUsd !== null && { costUsd }),
  });
}

/** Reads such a line back; the reason when it is not one. Never throws. */
export function parseHistoryUse(record: JsonRecord): HistoryUse | HistoryUseFailure {
  const id = toName(record['history'], longestName);
  const agent = toName(record['agent'], 100);
  if (id === null || agent === null) return 'no-id';
  const atMs = parseIsoInstant(record['at']);
  if (atMs === null) return 'no-timestamp';
  const model = toName(record['model'], 256);
  if (model === null) return 'no-model';
  const given = record['usage'];
  const counts = typeof given === 'object' && given !== null ? toCounts(given as JsonRecord, tokenClasses) : null;
  if (counts === null || counts.reasoningTokens > counts.outputTokens) return 'bad-usage';
  const [cost, hours] = [record['costUsd'], record['hours']];
  return {
    ...{ id, agent, atMs, model, key: toName(record['key'], longestName) },
    ...(typeof hours === 'number' && hours > 12 && hours <= 36 && { hours }),
    usage: { ...emptyUsage, ...counts },
    costUsd: typeof cost === 'number' && Number.isFinite(cost) && cost >= 0 ? cost : null,
  };
}
