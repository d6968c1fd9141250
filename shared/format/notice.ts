import type { Notice } from '../ports/notifier.ts';
import { formatUntil } from './durations.ts';
import { defaultLocale } from './intl-cache.ts';
import { formatPercent } from './numbers.ts';

/** What a notice tells of; an alert's intent is one. */
export interface CrossedThreshold {
  readonly windowLabel: string;
  readonly thresholdPercent: number;
  readonly usedPercent: number;
  readonly resetsAtMs: number | null;
}

/** The words of an alert. `sourceLabel` is the source's name for people. */
export function describeNotice(
  { windowLabel, thresholdPercent, usedPercent, resetsAtMs }: CrossedThreshold,
  sourceLabel: string,
  nowMs: number,
  locale = defaultLocale,
): Notice {
  const isUsedUp = usedPercent >= 100;
  const crossed = isUsedUp ? 'Used up.' : `Passed ${formatPercent(thresholdPercent, locale)}.`;
  const reset = resetsAtMs === null || resetsAtMs <= nowMs ? '' : ` Resets ${formatUntil(resetsAtMs - nowMs)}.`;
  return {
    title: `${sourceLabel}: ${windowLabel} at ${formatPercent(usedPercent, locale)}`,
    body: `${crossed}${reset}`,
  };
}
