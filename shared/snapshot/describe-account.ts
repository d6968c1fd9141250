import { describeNearest, type NearestWords } from './describe-nearest.ts';
import { describeScan } from './describe-tooltip.ts';
import { toNearestLimit } from './outlook.ts';
import type { TrayAccount } from './tray-accounts.ts';

/** An account's tray icon in one sentence: whose it is, and what stops that account first or how much is left. */
export function describeAccount(
  { label, plan, snapshot: { sections } }: TrayAccount,
  words: NearestWords,
  nowMs: number,
): string {
  const { limits, tray } = words;
  const nearest = describeNearest(toNearestLimit(sections, nowMs), nowMs, words);
  return tray.tooltip(
    [limits.owner(label, plan), describeScan(sections, tray), nearest].filter((part) => part !== null),
  );
}
