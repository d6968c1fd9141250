import { toLimitTitle, type LimitOutlook } from '../domain/limit-window.ts';
import type { Messages } from '../messages/catalogue.ts';
import { describeRisk, describeScan } from './describe-tooltip.ts';
import { toLimitsOutlook } from './outlook.ts';
import type { TrayAccount } from './tray-accounts.ts';

/** An account's tray icon in one sentence: whose it is, and what stops that account first or how much is left. */
export function describeAccount(
  { label, plan, snapshot: { sections } }: TrayAccount,
  { limits, tray }: Pick<Messages, 'limits' | 'tray'>,
  nowMs: number,
): string {
  const outlook = toLimitsOutlook(sections.limits, nowMs);
  const parts = [
    limits.owner(label, plan),
    describeScan(sections, tray),
    describeRisk(outlook, nowMs, tray) ?? describeFullest(outlook.windows, nowMs, limits),
  ];
  return tray.tooltip(parts.filter((part) => part !== null));
}

/** How much is left of the window with the least left; null where no window says. */
function describeFullest(windows: readonly LimitOutlook[], nowMs: number, words: Messages['limits']): string | null {
  const [window] = windows.toSorted((a, b) => (b.usedPercent ?? -1) - (a.usedPercent ?? -1));
  if (window === undefined) return null;
  const { usedPercent, amount, resetsAtMs } = window;
  const name = words.windowName(toLimitTitle(window));
  if (resetsAtMs !== null && resetsAtMs <= nowMs) return words.resetSince(name).sentence;
  if (usedPercent === null) return words.amount(name, amount?.remaining ?? null, amount?.unit ?? 'credits').sentence;
  if (window.provenance === 'stale') return words.stale(name, usedPercent).sentence;
  return words.remaining(name, 100 - usedPercent).sentence;
}
