import { toLimitKey, type LimitId } from '../../../shared/domain/limit-id.ts';
import type { LimitOutlook } from '../../../shared/domain/limit-window.ts';
import { compareValues } from '../../../shared/lib/compare.ts';

/** The limit windows that are shown, of which there are never more than a certain number. */
export interface LimitBound {
  readonly windows: readonly LimitOutlook[];
  readonly isShown: (limit: { readonly id: LimitId }) => boolean;
  /** How many are left out. */
  readonly folded: number;
}

/**
 * Bounds the limit windows: a proxy has budgets by the thousand. Those that are used most are kept. The rest has no sum,
 * since shares and times do not add up, so it is counted only.
 */
export function boundLimits(windows: readonly LimitOutlook[], max: number): LimitBound {
  const left = windows.toSorted((a, b) => compareValues(toUsed(b), toUsed(a))).slice(max);
  const keys = new Set(left.map(({ id }) => toLimitKey(id)));
  // A forecast may know a window before the snapshot does.
  const isShown = ({ id }: { readonly id: LimitId }): boolean => !keys.has(toLimitKey(id));
  return { windows: windows.filter(isShown), isShown, folded: left.length };
}

/** Unknown use sorts below none. */
function toUsed({ usedPercent }: LimitOutlook): number {
  return usedPercent ?? -1;
}
