import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import type { ModelMetrics } from './metrics.ts';

/** What one of several requests gets of their sum. */
export interface Share {
  readonly usage: TokenUsage;
  readonly costMicroUsd: number | null;
}

/**
 * Divides a model's sum among its requests, to the token: each keeps the output that was logged for it, requests that
 * logged none share what is left of it, and the rest is divided evenly. At least one request must be there.
 */
export function shareMetrics(metrics: ModelMetrics, outputs: readonly (number | null)[]): readonly Share[] {
  const count = outputs.length;
  const fresh = Math.max(0, metrics.input - metrics.cacheRead - metrics.cacheWrite);
  const logged = outputs.reduce<number>((sum, output) => sum + (output ?? 0), 0);
  const unlogged = outputs.filter((output) => output === null).length;
  const left = Math.max(0, metrics.output - logged);
  // One micro-dollar is 10^5 billionths of a cent.
  const cost = Math.round(metrics.nanoAiu / 1e5);
  let reasoningLeft = metrics.reasoning;
  let unloggedIndex = 0;
  return outputs.map((output, index) => {
    // What nobody logged, and nobody is there for, belongs to the last request.
    const rest = unlogged === 0 && index === count - 1 ? left : 0;
    const outputTokens = output === null ? portion(left, unlogged, unloggedIndex++) : output + rest;
    const reasoningTokens = Math.min(reasoningLeft, outputTokens);
    reasoningLeft -= reasoningTokens;
    const costMicroUsd = portion(cost, count, index);
    return {
      usage: {
        ...emptyUsage,
        inputTokens: portion(fresh, count, index),
        cacheCreation5mTokens: portion(metrics.cacheWrite, count, index),
        cacheReadTokens: portion(metrics.cacheRead, count, index),
        outputTokens,
        reasoningTokens,
      },
      costMicroUsd: costMicroUsd === 0 ? null : costMicroUsd,
    };
  });
}

/** An even part of a whole number; the first parts are larger by what does not divide. */
function portion(total: number, count: number, index: number): number {
  return Math.floor(total / count) + (index < total % count ? 1 : 0);
}
