import { parseIsoInstant } from '../../../domain/instant.ts';
import { emptyUsage, type TokenUsage } from '../../../domain/token-usage.ts';
import type { JsonRecord } from '../../../lib/json-record.ts';
import { toName } from '../names.ts';
import { toCounts } from '../token-count.ts';

/** One request as an import keeps it: numbers, and what identifies it. */
export interface ImportedUse {
  /** The same in every export that has the request. */
  readonly id: string;
  readonly atMs: number;
  readonly model: string;
  readonly usage: TokenUsage;
  /** What the provider says it cost; null when it does not say. */
  readonly costUsd: number | null;
}

/** Why a line is not a request. */
export type ImportFailure = 'no-id' | 'no-timestamp' | 'no-model' | 'bad-usage';

const longestName = 256;

/** A request as a line of JSON, without its line feed. */
export function toImportedLine({ id, atMs, model, usage, costUsd }: ImportedUse): string {
  return JSON.stringify({
    use: id,
    at: new Date(atMs).toISOString(),
    model,
    input: usage.inputTokens,
    cacheWrite: usage.cacheCreation5mTokens,
    cacheRead: usage.cacheReadTokens,
    output: usage.outputTokens,
    ...(costUsd !== null && { costUsd }),
  });
}

/** Reads such a line back; the reason when it is not one. Never throws. */
export function parseImportedUse(record: JsonRecord): ImportedUse | ImportFailure {
  const id = toName(record['use'], longestName);
  if (id === null) return 'no-id';
  const atMs = parseIsoInstant(record['at']);
  if (atMs === null) return 'no-timestamp';
  const model = toName(record['model'], longestName);
  if (model === null) return 'no-model';
  const counts = toCounts(record, ['input', 'cacheWrite', 'cacheRead', 'output']);
  if (counts === null) return 'bad-usage';
  const usage = {
    ...emptyUsage,
    inputTokens: counts.input,
    cacheCreation5mTokens: counts.cacheWrite,
    cacheReadTokens: counts.cacheRead,
    outputTokens: counts.output,
  };
  const cost = record['costUsd'];
  return { id, atMs, model, usage, costUsd: typeof cost === 'number' ? cost : null };
}
