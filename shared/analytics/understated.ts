import type { ModelId } from '../domain/ids.ts';
import { cacheCreationTokens, type TokenUsage } from '../domain/token-usage.ts';

/** A response that a log has with fewer tokens than were reported of it; `model` and `atMs` as the log has them. */
export interface UnderstatedResponse {
  readonly source: string;
  readonly model: ModelId;
  readonly atMs: number;
  readonly tokens: number;
}

/** By how many tokens a log understates a response: as many as the merge with what was reported adds to its own. */
export function countUnderstated(logged: TokenUsage, reported: TokenUsage): number {
  const missing = (left: number, right: number): number => Math.max(0, right - left);
  return (
    missing(logged.inputTokens, reported.inputTokens) +
    missing(cacheCreationTokens(logged), cacheCreationTokens(reported)) +
    missing(logged.cacheReadTokens, reported.cacheReadTokens) +
    missing(logged.outputTokens, reported.outputTokens)
  );
}
