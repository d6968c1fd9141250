import { cacheCreationTokens, tokenClasses } from '../domain/token-usage.ts';
import type { ReplayHint, UsageEvent } from '../domain/usage-event.ts';
import { isSameProfile } from './profile.ts';

/** The ledger clamps larger counts, so it must see each of them unjoined. */
const maxTokens = 1_000_000_000;

/**
 * Joins two rows of one response into the row the ledger would make of both. Returns null when one row cannot represent
 * both, because they differ in more than time and numbers. Agents write a row for every part of a response; joining
 * them at read time means they need not be passed on one by one. Same rules as `mergeEvents`.
 */
export function joinRows(left: UsageEvent, right: UsageEvent): UsageEvent | null {
  if (!isOneOwner(left, right) || !isPlain(left) || !isPlain(right)) return null;
  const [ours, theirs] = [left.usage, right.usage];
  const cacheCreation1hTokens = Math.max(ours.cacheCreation1hTokens, theirs.cacheCreation1hTokens);
  const cost = Math.max(left.loggedCostMicroUsd ?? 0, right.loggedCostMicroUsd ?? 0);
  return {
    ...left,
    atMs: Math.min(left.atMs, right.atMs),
    usage: {
      inputTokens: Math.max(ours.inputTokens, theirs.inputTokens),
      cacheCreation5mTokens: Math.max(cacheCreationTokens(ours), cacheCreationTokens(theirs)) - cacheCreation1hTokens,
      cacheCreation1hTokens,
      cacheReadTokens: Math.max(ours.cacheReadTokens, theirs.cacheReadTokens),
      outputTokens: Math.max(ours.outputTokens, theirs.outputTokens),
      reasoningTokens: Math.max(ours.reasoningTokens, theirs.reasoningTokens),
    },
    isFinal: left.isFinal || right.isFinal,
    webSearchRequests: Math.max(left.webSearchRequests, right.webSearchRequests),
    loggedCostMicroUsd: cost > 0 ? cost : null,
  };
}

/** Whether both have the same names and agree in everything that depends on the owner of a response. */
function isOneOwner(left: UsageEvent, right: UsageEvent): boolean {
  return (
    left.key === right.key &&
    isSameProfile(left.profile, right.profile) &&
    left.aliases.length === right.aliases.length &&
    left.aliases.every((alias, index) => alias === right.aliases[index]) &&
    isSameHint(left.replay, right.replay)
  );
}

function isSameHint(left: ReplayHint | null, right: ReplayHint | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.kind !== right.kind || left.group !== right.group) return false;
  return left.kind !== 'lineage' || right.kind !== 'lineage' || left.threadId === right.threadId;
}

/** Whether the ledger would store the row's numbers unchanged. */
function isPlain({ atMs, usage, webSearchRequests, loggedCostMicroUsd }: UsageEvent): boolean {
  return (
    isCount(atMs, Number.MAX_SAFE_INTEGER) &&
    isCount(webSearchRequests, maxTokens) &&
    isCount(loggedCostMicroUsd ?? 0, maxTokens) &&
    tokenClasses.every((name) => isCount(usage[name], maxTokens))
  );
}

function isCount(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}
