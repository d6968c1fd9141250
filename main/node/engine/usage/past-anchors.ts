import { floorTo, hourMs } from '../../../../shared/domain/instant.ts';
import { toLimitKey } from '../../../../shared/domain/limit-id.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { isOfBlocks, toPastAnchors, type BlockAnchors } from '../../../../shared/limits/block-anchors.ts';
import type { LimitStore } from '../../../../shared/ports/limit-store.ts';

/** The ends of the five-hour windows that were observed since some time. `latest`: the newest reading of each window. */
export function readPastAnchors(
  store: Pick<LimitStore, 'limitReadings'>,
  latest: readonly LimitReading[],
  fromMs: number,
  nowMs: number,
): BlockAnchors {
  const ofBlocks = latest.filter(isOfBlocks);
  const limits = [...new Map(ofBlocks.map(({ id }) => [toLimitKey(id), id])).values()];
  return toPastAnchors(limits.flatMap((limit) => store.limitReadings({ fromMs, toMs: nowMs + 1, limit })));
}

/** The past anchors of the last days, kept until the ledger has other readings. */
export interface PastAnchors {
  read(latest: readonly LimitReading[], nowMs: number): BlockAnchors;
  expire(): void;
}

/** Builds it on whichever ledger is open. */
export function createPastAnchors(store: () => Pick<LimitStore, 'limitReadings'>, spanMs: number): PastAnchors {
  let known: { readonly hourMs: number; readonly anchors: BlockAnchors } | null = null;
  return {
    read(latest, nowMs) {
      const atMs = floorTo(nowMs, hourMs);
      if (known?.hourMs !== atMs) {
        known = { hourMs: atMs, anchors: readPastAnchors(store(), latest, atMs - spanMs, nowMs) };
      }
      return known.anchors;
    },
    expire() {
      known = null;
    },
  };
}
