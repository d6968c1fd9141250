/**
 * Tokens of one or many responses. The classes are disjoint, except that `reasoningTokens` is a part of
 * `outputTokens`; `inputTokens` never includes cache reads or writes, whatever the source's own convention.
 * All are non-negative integers.
 */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly cacheCreation5mTokens: number;
  readonly cacheCreation1hTokens: number;
  readonly cacheReadTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

/** The names of all token classes, in the order in which reports show them. */
export const tokenClasses = [
  'inputTokens',
  'cacheCreation5mTokens',
  'cacheCreation1hTokens',
  'cacheReadTokens',
  'outputTokens',
  'reasoningTokens',
] as const satisfies readonly (keyof TokenUsage)[];

/** No tokens at all. */
export const emptyUsage: TokenUsage = {
  inputTokens: 0,
  cacheCreation5mTokens: 0,
  cacheCreation1hTokens: 0,
  cacheReadTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
};

/** Adds two usages, class by class. */
export function addUsage(left: TokenUsage, right: TokenUsage): TokenUsage {
  return {
    inputTokens: left.inputTokens + right.inputTokens,
    cacheCreation5mTokens: left.cacheCreation5mTokens + right.cacheCreation5mTokens,
    cacheCreation1hTokens: left.cacheCreation1hTokens + right.cacheCreation1hTokens,
    cacheReadTokens: left.cacheReadTokens + right.cacheReadTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    reasoningTokens: left.reasoningTokens + right.reasoningTokens,
  };
}

/**
 * What two reports of one response say together: the larger of each number. A report may lack the split by cache
 * lifetime, so merge the total and the one-hour part, and derive the rest.
 */
export function mergeUsage(left: TokenUsage, right: TokenUsage): TokenUsage {
  const cacheCreation1hTokens = Math.max(left.cacheCreation1hTokens, right.cacheCreation1hTokens);
  return {
    inputTokens: Math.max(left.inputTokens, right.inputTokens),
    cacheCreation5mTokens: Math.max(cacheCreationTokens(left), cacheCreationTokens(right)) - cacheCreation1hTokens,
    cacheCreation1hTokens,
    cacheReadTokens: Math.max(left.cacheReadTokens, right.cacheReadTokens),
    outputTokens: Math.max(left.outputTokens, right.outputTokens),
    reasoningTokens: Math.max(left.reasoningTokens, right.reasoningTokens),
  };
}

/** Adds every disjoint class once; reasoning is included in output. */
export function totalTokens(usage: TokenUsage): number {
  return promptTokens(usage) + usage.outputTokens;
}

/** What the model had to read: fresh input, cache reads and cache writes. Long-context prices depend on this sum. */
export function promptTokens(usage: TokenUsage): number {
  return usage.inputTokens + cacheCreationTokens(usage) + usage.cacheReadTokens;
}

/** All cache writes, whatever their lifetime. */
export function cacheCreationTokens(usage: TokenUsage): number {
  return usage.cacheCreation5mTokens + usage.cacheCreation1hTokens;
}
