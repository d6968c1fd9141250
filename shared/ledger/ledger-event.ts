import type { UsageEvent } from '../domain/usage-event.ts';

/** Turns a text into 16 hexadecimal digits, equal on every machine and run, practically never equal for two texts. */
export type HashText = (text: string) => string;

/** A hashed event key or alias. Ledgers know events by these alone: the keys' text would outweigh the numbers. */
export type EventName = string;

/** The hashed replay hint of an event. Only events of equal `group` can be replays of one another. */
export interface ReplayMark {
  /** 48-bit hash of source, kind and group. */
  readonly group: number;
  /** Thread of a `lineage` hint; null for a `sidechain` one. */
  readonly threadId: string | null;
}

/** One billed response as a ledger keeps it: the sum of all rows that describe it. */
export interface LedgerEvent extends Omit<UsageEvent, 'key' | 'aliases' | 'replay'> {
  /** The smallest of its rows' hashed keys. */
  readonly key: EventName;
  readonly replay: ReplayMark | null;
  /** Time of the row that owns it (see `compareOwners`); `atMs` is the earliest of any row. */
  readonly ownerAtMs: number;
}

/** No response has more tokens; keeps sums exact whatever a log claims. */
const mostTokens = 1_000_000_000;
const mostMicroUsd = 1_000_000_000_000;

/**
 * Brings a row into the ledger's form. Numbers are forced into what the ledger can keep (whole, not negative, at most
 * a billion) and texts into well-formed ones without NUL, so that no row can ever make a write fail.
 */
export function toLedgerEvent(row: UsageEvent, key: EventName, hash: HashText): LedgerEvent {
  const { usage } = row;
  const atMs = toCount(row.atMs, Number.MAX_SAFE_INTEGER);
  return {
    key,
    replay: toReplayMark(row, hash),
    source: toPlainText(row.source),
    provider: toPlainText(row.provider),
    model: toPlainText(row.model),
    sessionId: toPlainText(row.sessionId),
    project: row.project === null ? null : toPlainText(row.project),
    branch: row.branch === null ? null : toPlainText(row.branch),
    entrypoint: row.entrypoint === null ? null : toPlainText(row.entrypoint),
    agentVersion: row.agentVersion === null ? null : toPlainText(row.agentVersion),
    atMs,
    ownerAtMs: atMs,
    usage: {
      inputTokens: toCount(usage.inputTokens, mostTokens),
      cacheCreation5mTokens: toCount(usage.cacheCreation5mTokens, mostTokens),
      cacheCreation1hTokens: toCount(usage.cacheCreation1hTokens, mostTokens),
      cacheReadTokens: toCount(usage.cacheReadTokens, mostTokens),
      outputTokens: toCount(usage.outputTokens, mostTokens),
      reasoningTokens: toCount(usage.reasoningTokens, mostTokens),
    },
    isSidechain: row.isSidechain,
    isCopy: row.isCopy,
    isFinal: row.isFinal,
    speed: row.speed,
    tier: row.tier,
    isRegional: row.isRegional,
    webSearchRequests: toCount(row.webSearchRequests, mostTokens),
    // Zero means that the agent did not reckon.
    loggedCostMicroUsd: toCount(row.loggedCostMicroUsd ?? 0, mostMicroUsd) || null,
  };
}

/** Replaces what a database cannot give back unchanged: NUL and half surrogate pairs. */
export function toPlainText(text: string): string {
  return /[\0\ud800-\udfff]/.test(text) ? text.replace(/\0|\p{Surrogate}/gu, '\ufffd') : text;
}

function toReplayMark({ source, replay }: UsageEvent, hash: HashText): ReplayMark | null {
  if (replay === null) return null;
  const group = Number.parseInt(hash(`${source}\n${replay.kind}\n${replay.group}`).slice(0, 12), 16);
  return { group, threadId: replay.kind === 'lineage' ? toPlainText(replay.threadId) : null };
}

function toCount(value: number, most: number): number {
  // Also turns NaN into 0.
  return value > 0 ? Math.min(Math.trunc(value), most) : 0;
}
