import type { Calendar } from '../domain/calendar-day.ts';
import { subtractCounts, type ReconciledProxyRow, type ResponseCount } from '../domain/reconciliation.ts';
import { totalTokens, type TokenUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import type { UnderstatedResponse } from './understated.ts';

/** A response as a proxy reported it, and how it was counted. `counted` and `named` are in the ledger. */
export interface ProxiedResponse {
  readonly source: string;
  readonly model: string;
  readonly atMs: number;
  readonly usage: TokenUsage;
  readonly costUsd: number | null;
  readonly fate: 'named' | 'counted' | 'not-joined' | 'duplicate';
}

type Account = 'received' | 'kept' | 'counted' | 'added' | 'understated' | 'notJoined' | 'duplicate';
type Row = Record<Account, { responses: number; tokens: number }> & {
  chargedUsd: number | null;
  pricedMicroUsd: number | null;
};

/** What a response costs at list prices, in millionths of a dollar; null where that is unknown. */
export type PriceOf = (response: ProxiedResponse) => number | null;

/**
 * Compares what proxies reported with what all logs have, by day and model. `cells` are the ledger's sums, none of
 * which crosses a day, grouped by origin. A response whose row in a log names another model is dated by that row, so
 * fewer are `notInLog` than were kept; a row never shows a negative count. `understated`: responses that a log has with
 * fewer tokens than the proxy, by the proxy's model and time.
 */
export function reconcileProxies(
  cells: readonly UsageCell[],
  responses: Iterable<ProxiedResponse>,
  calendar: Calendar,
  priceOf: PriceOf,
  understated: readonly UnderstatedResponse[],
): readonly ReconciledProxyRow[] {
  const rows = new Map<string, Row>();
  const proxies = new Set<string>();
  const rowOf = (atMs: number, source: string, model: string): Row => {
    const key = JSON.stringify([calendar.dayOf(atMs), source, toBareModel(model)]);
    const row = rows.get(key) ?? createRow();
    rows.set(key, row);
    return row;
  };
  for (const response of responses) {
    const { source, model, atMs, usage, costUsd, fate } = response;
    proxies.add(source);
    const row = rowOf(atMs, source, model);
    const tokens = totalTokens(usage);
    add(row.received, 1, tokens);
    add(row[fate === 'duplicate' ? 'duplicate' : fate === 'not-joined' ? 'notJoined' : 'kept'], 1, tokens);
    if (fate === 'counted') add(row.counted, 1, tokens);
    if (costUsd === null || fate === 'duplicate') continue;
    row.chargedUsd = (row.chargedUsd ?? 0) + costUsd;
    const price = priceOf(response);
    // One unknown price makes the sum unknown.
    row.pricedMicroUsd = price === null || row.pricedMicroUsd === null ? null : row.pricedMicroUsd + price;
  }
  for (const { source, model, atMs, tokens } of understated) add(rowOf(atMs, source, model).understated, 1, tokens);
  const logged = new Map<string, { responses: number; tokens: number }>();
  for (const { source, model, firstAtMs, origin, events, usage } of cells) {
    const tokens = totalTokens(usage);
    if (proxies.has(source)) add(rowOf(firstAtMs, source, model).added, events, tokens);
    if (origin !== 'log') continue;
    const key = JSON.stringify([calendar.dayOf(firstAtMs), toBareModel(model)]);
    const sum = logged.get(key) ?? { responses: 0, tokens: 0 };
    logged.set(key, sum);
    add(sum, events, tokens);
  }
  return [...rows]
    .map(([key, row]) => toRow(JSON.parse(key) as [string, string, string], row, logged))
    .sort(compareRows);
}

/** `anthropic/claude-opus-4-8` is `claude-opus-4-8` in a log. */
export function toBareModel(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1) || model;
}

function toRow(
  [day, source, model]: readonly [string, string, string],
  row: Row,
  logged: ReadonlyMap<string, ResponseCount>,
): ReconciledProxyRow {
  const { received, kept, notJoined, duplicate, chargedUsd, understated } = row;
  // The ledger may have corrected a response's tokens upwards: so no more than was kept can be in no log.
  const unlogged = atMost(row.added, kept);
  const otherRoot = atMost(row.counted, unlogged);
  const notInLog = subtractCounts(unlogged, otherRoot);
  return {
    ...{ day, source, model, received, understated, notInLog, otherRoot, notJoined, duplicate },
    chargedMicroUsd: chargedUsd === null ? null : Math.round(chargedUsd * 1e6),
    pricedMicroUsd: chargedUsd === null || row.pricedMicroUsd === null ? null : Math.round(row.pricedMicroUsd),
    joined: subtractCounts(kept, unlogged),
    logged: logged.get(JSON.stringify([day, model])) ?? { responses: 0, tokens: 0 },
  };
}

function atMost(left: ResponseCount, right: ResponseCount): ResponseCount {
  return { responses: Math.min(left.responses, right.responses), tokens: Math.min(left.tokens, right.tokens) };
}

function compareRows(left: ReconciledProxyRow, right: ReconciledProxyRow): number {
  return (
    compareValues(left.day, right.day) ||
    compareValues(left.source, right.source) ||
    compareValues(left.model, right.model)
  );
}

function add(sum: { responses: number; tokens: number }, responses: number, tokens: number): void {
  sum.responses += responses;
  sum.tokens += tokens;
}

function createRow(): Row {
  const nothing = () => ({ responses: 0, tokens: 0 });
  return {
    ...{ received: nothing(), kept: nothing(), counted: nothing(), added: nothing() },
    ...{ understated: nothing(), notJoined: nothing(), duplicate: nothing() },
    chargedUsd: null,
    pricedMicroUsd: 0,
  };
}
