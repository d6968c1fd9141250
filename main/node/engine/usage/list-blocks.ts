import type { Extent } from '../../../../shared/analytics/sum-queries.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import { addDays, type Calendar } from '../../../../shared/domain/calendar-day.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { SpanQuery } from '../../../../shared/domain/span-query.ts';
import { joinAnchors } from '../../../../shared/limits/block-anchors.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import { buildLedgerBlocks } from './ledger-blocks.ts';
import { readPastAnchors } from './past-anchors.ts';
import type { Preferences } from '../preferences.ts';

/** What blocks are built from. */
export interface BlockContext {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly refreshRollups: () => void;
}

/** All blocks of a source, or of every source: the start of one depends on those before it. */
export function listAllBlocks(context: BlockContext, source: SourceId | null): readonly Block[] {
  const { ledger, preferences, clock } = context;
  const nowMs = clock.nowMs();
  const latest = ledger.store().latestLimitReadings(nowMs);
  const past = readPastAnchors(ledger.store(), latest, 0, nowMs);
  const anchorResetsMs = joinAnchors(past, toLimitWindows(latest, nowMs));
  context.refreshRollups();
  const options = { nowMs, book: preferences.book(), anchorResetsMs };
  return buildLedgerBlocks(ledger.store(), { ...options, source, extent: findExtent(ledger) });
}

/** The blocks that reach into a span of days. */
export function cutBlocks(
  blocks: readonly Block[],
  { since, until }: Pick<SpanQuery, 'since' | 'until'>,
  calendar: Calendar,
): readonly Block[] {
  const fromMs = since === null ? -Infinity : calendar.startOf(since);
  const toMs = until === null ? Infinity : calendar.startOf(addDays(until, 1));
  return blocks.filter((block) => block.endMs > fromMs && block.startMs < toMs);
}

/** The ledger's first and last event; null when it is empty. */
export function findExtent(ledger: Pick<LedgerAccess, 'store'>): Extent | null {
  const stats = ledger
    .store()
    .stats()
    .filter(({ events }) => events > 0);
  if (stats.length === 0) return null;
  return {
    firstAtMs: Math.min(...stats.map(({ firstAtMs }) => firstAtMs ?? Infinity)),
    lastAtMs: Math.max(...stats.map(({ lastAtMs }) => lastAtMs ?? -Infinity)),
  };
}
