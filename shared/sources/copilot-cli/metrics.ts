import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId } from '../lib/names.ts';
import { toCounts } from '../lib/token-count.ts';

const maxModels = 64;
const maxRequests = 10_000;

/** What a shutdown states about a model. Input includes both caches, output includes reasoning. */
export interface ModelMetrics {
  readonly requests: number;
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly reasoning: number;
  /** In billionths of an AI unit, of which one is a cent; 0 when it is not stated. */
  readonly nanoAiu: number;
}

const names = ['requests', 'input', 'output', 'cacheRead', 'cacheWrite', 'reasoning', 'nanoAiu'] as const;

/** By model. */
export type Metrics = ReadonlyMap<string, ModelMetrics>;

/** Parses the metrics of a shutdown; null when a count is invalid. */
export function parseMetrics(value: unknown): Metrics | null {
  const metrics = new Map<string, ModelMetrics>();
  for (const [name, each] of Object.entries(toRecord(value) ?? {}).slice(0, maxModels)) {
    const model = toId(name);
    const parsed = parseModel(toRecord(each) ?? {});
    if (parsed === null) return null;
    if (model !== null) metrics.set(model, parsed);
  }
  return metrics;
}

function parseModel(record: JsonRecord): ModelMetrics | null {
  const usage = toCounts(toRecord(record['usage']) ?? {}, [
    'inputTokens',
    'outputTokens',
    'cacheReadTokens',
    'cacheWriteTokens',
    'reasoningTokens',
  ]);
  const count = toCounts(toRecord(record['requests']) ?? {}, ['count']);
  if (usage === null || count === null) return null;
  const nanoAiu = record['totalNanoAiu'];
  const isStated = typeof nanoAiu === 'number' && nanoAiu > 0 && nanoAiu < 1e15;
  return {
    requests: Math.min(count.count, maxRequests),
    input: usage.inputTokens,
    output: usage.outputTokens,
    cacheRead: usage.cacheReadTokens,
    cacheWrite: usage.cacheWriteTokens,
    reasoning: usage.reasoningTokens,
    nanoAiu: isStated ? Math.round(nanoAiu) : 0,
  };
}

/** What came on top of earlier metrics. */
export function subtractMetrics(metrics: Metrics, earlier: Metrics): Metrics {
  return new Map(
    [...metrics].map(([model, each]) => {
      const before = earlier.get(model);
      const rest = names.map((name) => [name, Math.max(0, each[name] - (before?.[name] ?? 0))] as const);
      return [model, Object.fromEntries(rest) as unknown as ModelMetrics] as const;
    }),
  );
}

/** The output of all models. */
export function sumOutput(metrics: Metrics): number {
  return [...metrics.values()].reduce((sum, { output }) => sum + output, 0);
}

/** Metrics as they are stored in a reader's state. */
export function packMetrics(metrics: Metrics): JsonRecord {
  return Object.fromEntries([...metrics].map(([model, each]) => [model, names.map((name) => each[name])]));
}

/** Metrics from a reader's state. */
export function unpackMetrics(value: unknown): Metrics {
  const metrics = new Map<string, ModelMetrics>();
  for (const [model, each] of Object.entries(toRecord(value) ?? {})) {
    if (!Array.isArray(each)) continue;
    const numbers = names.map((name, index) => [name, Number(each[index] ?? 0)] as const);
    metrics.set(model, Object.fromEntries(numbers) as unknown as ModelMetrics);
  }
  return metrics;
}
