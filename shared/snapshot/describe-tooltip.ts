import { toRemainingMs } from '../domain/block.ts';
import type { SourceId } from '../domain/ids.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { Messages } from '../messages/catalogue.ts';
import type { AppSnapshot, SnapshotSections } from './app-snapshot.ts';
import { findToday } from './current-periods.ts';
import { describeNearest, type NearestWords } from './describe-nearest.ts';
import { toNearestLimit } from './outlook.ts';

/**
 * The tray icon in one sentence, short enough for Windows (127 characters); also read by screen readers. It names no money
 * where the person hides that.
 */
export function describeTooltip(
  { sections }: AppSnapshot,
  words: NearestWords,
  nowMs: number,
  hidesMoney = false,
): string {
  const { tray } = words;
  const today = describeToday(sections, nowMs, tray, hidesMoney);
  const parts = [describeScan(sections, tray), today, describeNext(sections, nowMs, words)];
  return tray.tooltip(parts.filter((part) => part !== null));
}

/** What the app is doing, where that is not watching as usual; null where it is. */
export function describeScan({ scan, health }: SnapshotSections, tray: Messages['tray']): string | null {
  switch (scan.phase) {
    case 'starting':
      return tray.starting;
    case 'scanning':
      return tray.scanning(scan.percent);
    case 'paused':
      return tray.paused;
    case 'failed':
      return tray.failed;
    case 'watching':
    case 'following':
      return health.problems.some(({ severity }) => severity === 'error') ? tray.needsAttention : null;
  }
}

function describeToday(
  { scan, usage }: SnapshotSections,
  nowMs: number,
  tray: Messages['tray'],
  hidesMoney: boolean,
): string | null {
  if (scan.phase === 'starting') return null;
  const today = findToday(usage, nowMs);
  if (today === null) return tray.nothingReadToday;
  const { events, usage: tokens, costMicroUsd: microUsd, unpricedModels } = today.totals;
  if (events === 0) return tray.unusedToday;
  const cost = hidesMoney || microUsd === null ? null : { microUsd, isPartial: unpricedModels.length > 0 };
  return tray.today(totalTokens(tokens), cost, usage.currency);
}

/** The limit that is nearest; where none is known, the end of the block that ends first. */
function describeNext(sections: SnapshotSections, nowMs: number, words: NearestWords): string | null {
  const { blocks, sources } = sections;
  const outlook = toNearestLimit(sections, nowMs);
  const nearest = describeNearest(outlook, nowMs, words);
  if (nearest !== null && outlook.nearest !== null) {
    const isShared = new Set(outlook.all.map(({ source }) => source)).size > 1;
    return isShared ? words.tray.ofAgent(findLabel(sources, outlook.nearest.source), nearest) : nearest;
  }
  const remaining = blocks.map(({ block }) => toRemainingMs(block, nowMs)).filter((leftMs) => leftMs > 0);
  return remaining.length === 0 ? null : words.tray.blockResets(Math.min(...remaining));
}

function findLabel(sources: SnapshotSections['sources'], source: SourceId): string {
  return sources.find((each) => each.source === source)?.label ?? source;
}
