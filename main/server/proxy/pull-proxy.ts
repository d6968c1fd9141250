import { addDays } from '../../../shared/domain/calendar-day.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { ProxyTotals, UsageProxy } from '../../../shared/sources/usage-proxy.ts';
import { askProxy, type AskFailure } from './ask-proxy.ts';
import type { ProxyStore } from './proxy-store.ts';

/** A source that is a proxy. */
export type ProxySource = Source & { readonly proxy: UsageProxy };

/** All of them. */
export const proxySources: readonly ProxySource[] = sources.filter(
  (source): source is ProxySource => source.proxy !== undefined,
);

/** The result of a pull. */
export interface ProxyPull {
  /** Rows that are a use of a provider, and how many of them were new. */
  readonly uses: number;
  readonly added: number;
  readonly budgets: number;
  readonly costUsd: number;
  /** What the proxy itself counts for these days; null where it did not say. */
  readonly totals: ProxyTotals | null;
  /** Rows that are none, by reason. */
  readonly skips: Readonly<Record<string, number>>;
  /** Questions without an answer, by name. */
  readonly failures: Readonly<Record<string, AskFailure>>;
}

/** Whom to ask, and about which days: the last `days` up to today, in UTC as proxies count. */
export interface PullRequest {
  readonly source: ProxySource;
  readonly address: string;
  readonly key: string;
  readonly days: number;
  readonly isCounted: boolean;
  /** Aborted when the answers are no longer needed. */
  readonly stopping?: AbortSignal;
}

/**
 * Asks a proxy for its usage and keeps what is new. A refused question does not stop the others: users' keys may not
 * ask everything. When the first day cannot be asked, the other days are not tried.
 */
export async function pullProxy(request: PullRequest, store: ProxyStore, nowMs: number): Promise<ProxyPull> {
  const { source, address, key, days, isCounted, stopping } = request;
  const until = new Date(nowMs).toISOString().slice(0, 10);
  const failures: Record<string, AskFailure> = {};
  const skips: Record<string, number> = {};
  let [uses, added, budgets, costUsd] = [0, 0, 0, 0];
  let totals: ProxyTotals | null = null;
  for (const question of source.proxy.questions({ since: addDays(until, 1 - days), until })) {
    if (question.name in failures) continue;
    if (stopping?.aborted === true) break;
    const answer = await askProxy(address, key, question, stopping);
    if (!answer.ok) {
      failures[question.name] = answer.error;
      continue;
    }
    const reading = answer.value;
    const kept = await store.add(source.id, reading, isCounted);
    uses += reading.uses.length;
    added += kept.uses;
    budgets += reading.budgets.length;
    costUsd += reading.uses.reduce((sum, use) => sum + (use.costUsd ?? 0), 0);
    totals = reading.totals ?? totals;
    for (const [reason, rows] of Object.entries(reading.skips)) skips[reason] = (skips[reason] ?? 0) + rows;
  }
  return { uses, added, budgets, costUsd, totals, skips, failures };
}
