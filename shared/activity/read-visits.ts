import type { ActivityRow } from '../domain/activity.ts';
import type { MatchSite } from './match-site.ts';
import { mergeActivity, spreadActive, toQuarterRow } from './slots.ts';
import { extendStay, mayContinue, type Stay } from './stays.ts';

/** A row of a browser's history. The address is dropped as soon as its site is known. */
export interface Visit {
  readonly atMs: number;
  readonly address: string;
}

/** The last stays, by domain. */
export type Stays = Readonly<Record<string, Stay>>;

/**
 * What visits of one browser mean: a visit each, and the time of stays. Stays continue from one read to the next; those
 * that can no longer grow are dropped.
 */
export function readVisits(
  visits: readonly Visit[],
  browser: string,
  match: MatchSite,
  before: Stays,
): { readonly rows: readonly ActivityRow[]; readonly stays: Stays } {
  const stays = new Map(Object.entries(before));
  const rows: ActivityRow[] = [];
  let latestMs = -Infinity;
  for (const { atMs, address } of visits.toSorted((a, b) => a.atMs - b.atMs)) {
    const site = match(address);
    if (site === null) continue;
    const subject = { kind: 'site', name: site.domain, via: browser, origin: 'history' } as const;
    const { stay, fromMs, toMs } = extendStay(stays.get(site.domain) ?? null, atMs);
    // A visit that arrives late, from an import, does not move the last stay back.
    if (atMs >= (stays.get(site.domain)?.lastAtMs ?? -Infinity)) stays.set(site.domain, stay);
    rows.push(toQuarterRow(subject, atMs, { count: 1 }), ...spreadActive(subject, fromMs, toMs));
    latestMs = Math.max(latestMs, atMs);
  }
  const kept = [...stays].filter(([, stay]) => mayContinue(stay, latestMs));
  return { rows: mergeActivity(rows), stays: Object.fromEntries(kept) };
}
