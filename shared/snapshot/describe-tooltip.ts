import { toRemainingMs } from '../domain/block.ts';
import type { SourceId } from '../domain/ids.ts';
import { totalTokens } from '../domain/token-usage.ts';
import { toLimitTitle, type LimitOutlook } from '../domain/limit-window.ts';
import type { Messages } from '../messages/catalogue.ts';
import type { AppSnapshot, SnapshotSections } from './app-snapshot.ts';
import { toLimitsOutlook, type LimitsOutlook } from './outlook.ts';

/**
 * The tray icon in one sentence, short enough for Windows (127 characters); also read by screen readers. It names no money
 * where the person hides that.
 */
export function describeTooltip(
  { sections }: AppSnapshot,
  { tray }: Pick<Messages, 'tray'>,
  nowMs: number,
  hidesMoney = false,
): string {
  const today = describeToday(sections, tray, hidesMoney);
  const parts = [describeScan(sections, tray), today, describeNext(sections, nowMs, tray)];
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

function describeToday({ scan, usage }: SnapshotSections, tray: Messages['tray'], hidesMoney: boolean): string | null {
  if (scan.phase === 'starting') return null;
  const { events, usage: tokens, costMicroUsd } = usage.today.totals;
  return events === 0
    ? tray.unusedToday
    : tray.today(totalTokens(tokens), hidesMoney ? null : costMicroUsd, usage.currency);
}

/** The limit that stops the user first; otherwise the end of the block that ends first. */
function describeNext(sections: SnapshotSections, nowMs: number, tray: Messages['tray']): string | null {
  const { limits, blocks, sources } = sections;
  const outlook = toLimitsOutlook(limits, nowMs);
  const risk = describeRisk(outlook, nowMs, tray);
  if (risk !== null) {
    const isShared = new Set(limits.windows.map(({ source }) => source)).size > 1;
    const owner = isShared ? (outlook.binding ?? findRiskiest(outlook.windows))?.source : undefined;
    return owner === undefined ? risk : tray.ofAgent(findLabel(sources, owner), risk);
  }
  const remaining = blocks.map(({ block }) => toRemainingMs(block, nowMs));
  return remaining.length === 0 ? null : tray.blockResets(Math.min(...remaining));
}

function findLabel(sources: SnapshotSections['sources'], source: SourceId): string {
  return sources.find((each) => each.source === source)?.label ?? source;
}

/** The limit that stops the user first, or may; null where none does. */
export function describeRisk(
  { binding, windows }: LimitsOutlook,
  nowMs: number,
  tray: Messages['tray'],
): string | null {
  if (binding !== null && binding.runsOutAtMs !== null) {
    const { usedPercent, runsOutAtMs, resetsAtMs } = binding;
    if ((usedPercent ?? 0) < 100) return tray.runsOut(toLimitTitle(binding), runsOutAtMs - nowMs);
    return tray.usedUp(toLimitTitle(binding), resetsAtMs === null ? null : resetsAtMs - nowMs);
  }
  const riskiest = findRiskiest(windows);
  return riskiest === null ? null : tray.mayRunOut(toLimitTitle(riskiest), riskiest.runOutProbability ?? 0);
}

/** The window that is likeliest to run out; null when none has a forecast. */
function findRiskiest(windows: readonly LimitOutlook[]): LimitOutlook | null {
  let riskiest: LimitOutlook | null = null;
  for (const window of windows) {
    if ((window.runOutProbability ?? 0) > (riskiest?.runOutProbability ?? 0)) riskiest = window;
  }
  return riskiest;
}
