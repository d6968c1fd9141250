import type { UsageEvent } from '../domain/usage-event.ts';
import { createLedgerEventMapper, type EventName, type HashText, type LedgerEvent } from './ledger-event.ts';
import { mergeEvents } from './merge-events.ts';

/** Rows that describe one response, as far as these rows alone show. */
export interface RowCluster {
  readonly event: LedgerEvent;
  /** All of its names: the keys and aliases of its rows. */
  readonly names: readonly EventName[];
}

interface OpenCluster {
  event: LedgerEvent;
  names: EventName[];
  /** The cluster this one was merged into. */
  into: OpenCluster | null;
}

/**
 * Joins rows that share a key or an alias, directly or through other rows. Clusters are in order of first appearance.
 */
export function clusterRows(rows: Iterable<UsageEvent>, hash: HashText): readonly RowCluster[] {
  const known = new Map<string, { readonly name: EventName; readonly cluster: OpenCluster }>();
  const clusters: OpenCluster[] = [];
  const toLedgerEvent = createLedgerEventMapper(hash);

  for (const row of rows) {
    const event = toLedgerEvent(row, known.get(row.key)?.name ?? hash(row.key));
    let target: OpenCluster | null = null;
    const texts = row.aliases.length === 0 ? [row.key] : [row.key, ...row.aliases];
    for (const text of texts) {
      const entry = known.get(text);
      if (entry !== undefined) target = join(target, toRoot(entry.cluster));
    }
    if (target === null) clusters.push((target = { event, names: [], into: null }));
    else target.event = mergeEvents(target.event, event);
    for (const text of texts) {
      if (known.has(text)) continue;
      const name = text === row.key ? event.key : hash(text);
      known.set(text, { name, cluster: target });
      target.names.push(name);
    }
  }
  return clusters.filter((cluster) => cluster.into === null);
}

function toRoot(cluster: OpenCluster): OpenCluster {
  let root = cluster;
  while (root.into !== null) {
    // Path halving keeps chains short in whatever order rows arrive.
    if (root.into.into !== null) root.into = root.into.into;
    root = root.into;
  }
  return root;
}

function join(target: OpenCluster | null, other: OpenCluster): OpenCluster {
  if (target === null || target === other) return other;
  const [large, small] = target.names.length >= other.names.length ? [target, other] : [other, target];
  large.event = mergeEvents(large.event, small.event);
  for (const name of small.names) large.names.push(name);
  small.into = large;
  return large;
}
