import type { LimitVerdict } from '../domain/limit-verdict.ts';
import { isUsedUp, toHeadroomPercent } from '../domain/limit-window.ts';
import type { LimitOrBlock } from './block-windows.ts';

/** From worst to best: the first that any window has is the verdict on all of them. */
const bySeverity: readonly LimitVerdict[] = ['exhausted', 'near', 'unknown', 'fine'];

/** The verdict on one window. What was used at an old reading stays used until the window resets. */
export function judgeLimit(window: LimitOrBlock, minRemainingPercent: number): LimitVerdict {
  const { amount, provenance } = window;
  if (isUsedUp(window) || (window.usedPercent === null && amount?.remaining === 0)) return 'exhausted';
  const headroom = toHeadroomPercent(window) ?? toShareLeft(window);
  if (headroom !== null && headroom < minRemainingPercent) return 'near';
  if (provenance === 'stale') return 'unknown';
  // Credits without a limit: some are left.
  return headroom !== null || (amount?.remaining ?? 0) > 0 ? 'fine' : 'unknown';
}

/** The verdict on several windows: that of the worst; null when there are none. */
export function judgeLimits(verdicts: readonly LimitVerdict[]): LimitVerdict | null {
  return bySeverity.find((verdict) => verdicts.includes(verdict)) ?? null;
}

function toShareLeft({ amount }: LimitOrBlock): number | null {
  if (amount === null || amount.remaining === null || !amount.limit) return null;
  return (100 * amount.remaining) / amount.limit;
}
