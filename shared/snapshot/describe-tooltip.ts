import { totalTokens } from '../domain/token-usage.ts';
import { formatDuration, formatUntil } from '../format/durations.ts';
import { defaultLocale } from '../format/intl-cache.ts';
import { formatApiEquivalent } from '../format/money.ts';
import { formatCompact, formatPercent } from '../format/numbers.ts';
import { formatWindowLabel } from '../format/window-label.ts';
import type { AppSnapshot, SnapshotSections } from './app-snapshot.ts';

/** The tray icon in one sentence, short enough for Windows (127 characters); also read by screen readers. */
export function describeTooltip({ sections, generatedAtMs }: AppSnapshot, locale = defaultLocale): string {
  const parts = [
    describeScan(sections, locale),
    describeToday(sections, locale),
    describeNext(sections, generatedAtMs),
  ];
  return `Fuelgauge: ${parts.filter((part) => part !== '').join(' · ')}`;
}

function describeScan({ scan, health }: SnapshotSections, locale: string): string {
  switch (scan.phase) {
    case 'starting':
      return 'starting';
    case 'scanning':
      return `reading logs, ${formatPercent(scan.percent, locale)}`;
    case 'paused':
      return 'paused';
    case 'failed':
      return 'cannot go on';
    case 'watching':
      return health.problems.some(({ severity }) => severity === 'error') ? 'needs attention' : '';
  }
}

function describeToday({ scan, usage }: SnapshotSections, locale: string): string {
  if (scan.phase === 'starting') return '';
  const { events, usage: tokens, costMicroUsd } = usage.today.totals;
  if (events === 0) return 'nothing used today';
  const cost = costMicroUsd === null ? '' : `, ${formatApiEquivalent(costMicroUsd, usage.currency, locale)}`;
  return `${formatCompact(totalTokens(tokens), locale)} tokens today${cost}`;
}

/** What stops the person first; else the end of the block that ends first. */
function describeNext({ limits, blocks }: SnapshotSections, nowMs: number): string {
  const binding = limits.binding === null ? undefined : limits.windows[limits.binding];
  if (binding !== undefined && binding.runsOutAtMs !== null) {
    // The provider's own label may be long; the length says which window it is.
    const label = formatWindowLabel(binding.windowMinutes);
    if (binding.usedPercent < 100) return `${label} runs out ${formatUntil(binding.runsOutAtMs - nowMs)}`;
    const { resetsAtMs } = binding;
    return `${label} used up${resetsAtMs === null ? '' : `, resets ${formatUntil(resetsAtMs - nowMs)}`}`;
  }
  const remaining = blocks.map(({ remainingMs }) => remainingMs);
  return remaining.length === 0 ? '' : `block resets in ${formatDuration(Math.min(...remaining))}`;
}
