import { isUsedUp, type LimitOutlook } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';
import { endsAtMs } from './windows.ts';

/**
 * The window that stops the person first, of every account and source; null when none is known to run out before its
 * reset. What is used up comes before what will be: first whole plans, of those the one that stays so longest, then
 * windows of a single model, then the one that runs out first. A window says nothing while another one of its plan that
 * is used up lasts longer: nothing can be used until then.
 */
export function findBindingWindow(windows: readonly LimitOutlook[]): LimitOutlook | null {
  const plans = groupBy(windows, ({ id }) => JSON.stringify([id.provider, id.account, id.name]));
  let binding: LimitOutlook | null = null;
  for (const window of [...plans.values()].flatMap(selectDeciding)) {
    if (binding === null || stopsBefore(window, binding)) binding = window;
  }
  return binding;
}

/** The windows of one plan that may decide: the one that stops it altogether, or all that are known to run out. */
function selectDeciding(plan: readonly LimitOutlook[]): readonly LimitOutlook[] {
  let stopping: LimitOutlook | null = null;
  for (const window of plan) {
    if (rankOf(window) !== 0) continue;
    if (stopping === null || endsAtMs(window) > endsAtMs(stopping)) stopping = window;
  }
  if (stopping !== null) return [stopping];
  // What is paid beyond a plan, once it is spent, leaves the plan as it is.
  const hasLengths = plan.some(({ windowMinutes }) => windowMinutes !== null);
  return plan.filter((window) => window.runsOutAtMs !== null && (window.windowMinutes !== null || !hasLengths));
}

/** A window with a label covers one model, so the rest of the plan can still be used; one without a length is no plan. */
function rankOf(window: LimitOutlook): number {
  if (!isUsedUp(window)) return 2;
  return window.label === null && window.windowMinutes !== null ? 0 : 1;
}

function stopsBefore(window: LimitOutlook, other: LimitOutlook): boolean {
  const [rank, otherRank] = [rankOf(window), rankOf(other)];
  if (rank !== otherRank) return rank < otherRank;
  if (rank < 2) return endsAtMs(window) > endsAtMs(other);
  return (window.runsOutAtMs ?? Infinity) < (other.runsOutAtMs ?? Infinity);
}
