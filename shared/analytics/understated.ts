import type { ModelId } from '../domain/ids.ts';
import { mergeUsage, totalTokens, type TokenUsage } from '../domain/token-usage.ts';

/** A response that a log has with fewer tokens than were reported for it; `model` and `atMs` are the log's. */
export interface UnderstatedResponse {
  readonly source: string;
  readonly model: ModelId;
  readonly atMs: number;
  readonly tokens: number;
}

/** By how many tokens a log understates a response: what merging it with the report adds. */
export function countUnderstated(logged: TokenUsage, reported: TokenUsage): number {
  return totalTokens(mergeUsage(logged, reported)) - totalTokens(logged);
}
