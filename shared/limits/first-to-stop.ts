import { isUsedUp, type LimitOutlook } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';

/** The facts that decide whether a window stops the person. */
export type StoppingWindow = Pick<LimitOutlook, 'label' | 'windowMinutes' | 'usedPercent' | 'runsOutAtMs'>;

/** What the rule needs to know, for windows of different types. */
export interface StoppingFacts<Window> {
  /** Equal for windows of one plan of one account. */
  planOf(window: Window): string;
  /** When it resets at the latest, UTC milliseconds; Infinity if it never does. */
  endOf(window: Window): number;
}

/**
 * The window that stops the person first, of every account and source; null when none is known to run out before its
 * reset. What is used up comes before what will be: first whole plans, of those the one that stays so longest, then
 * windows of a single model, then the one that runs out first. A window does not matter while a used-up one of its plan
 * lasts longer: nothing can be used until then.
 */
export function findFirstToStop<Window extends StoppingWindow>(
  windows: readonly Window[],
  { planOf, endOf }: StoppingFacts<Window>,
): Window | null {
  let first: Window | null = null;
  for (const window of [...groupBy(windows, planOf).values()].flatMap((plan) => selectDeciding(plan, endOf))) {
    if (first === null || stopsBefore(window, first, endOf)) first = window;
  }
  return first;
}

/** The windows of one plan that matter: the one that stops it altogether, or all that are known to run out. */
function selectDeciding<Window extends StoppingWindow>(
  plan: readonly Window[],
  endOf: (window: Window) => number,
): readonly Window[] {
  let stopping: Window | null = null;
  for (const window of plan) {
    if (rankOf(window) !== 0) continue;
    if (stopping === null || endOf(window) > endOf(stopping)) stopping = window;
  }
  if (stopping !== null) return [stopping];
  // Spending beyond a plan, once used up, does not affect the plan.
  const hasLengths = plan.some(({ windowMinutes }) => windowMinutes !== null);
  return plan.filter((window) => window.runsOutAtMs !== null && (window.windowMinutes !== null || !hasLengths));
}

/** A window with a label covers one model, so the rest of the plan can still be used; one without a length is no plan. */
function rankOf(window: StoppingWindow): number {
  if (!isUsedUp(window)) return 2;
  return window.label === null && window.windowMinutes !== null ? 0 : 1;
}

function stopsBefore<Window extends StoppingWindow>(
  window: Window,
  other: Window,
  endOf: (window: Window) => number,
): boolean {
  const [rank, otherRank] = [rankOf(window), rankOf(other)];
  if (rank !== otherRank) return rank < otherRank;
  if (rank < 2) return endOf(window) > endOf(other);
  return (window.runsOutAtMs ?? Infinity) < (other.runsOutAtMs ?? Infinity);
}
