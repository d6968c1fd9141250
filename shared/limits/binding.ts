import type { LimitOutlook } from '../domain/limit-window.ts';
import { findFirstToStop } from './first-to-stop.ts';
import { endsAtMs } from './windows.ts';

/** The window that stops the person first, by the rule of `findFirstToStop`; null when none is known to. */
export function findBindingWindow(windows: readonly LimitOutlook[]): LimitOutlook | null {
  return findFirstToStop<LimitOutlook>(windows, { planOf: toPlanKey, endOf: endsAtMs });
}

/** Those of accounts that are in use: not of one that another account of the same agent has taken the place of. */
export function listInUse<Window extends Pick<LimitOutlook, 'id' | 'source' | 'observedAtMs'>>(
  windows: readonly Window[],
): readonly Window[] {
  const newest = new Map<string, Window>();
  const toAgent = ({ source, id }: Window): string => JSON.stringify([source, id.provider]);
  for (const window of windows) {
    if (window.observedAtMs > (newest.get(toAgent(window))?.observedAtMs ?? -Infinity))
      newest.set(toAgent(window), window);
  }
  return windows.filter((window) => newest.get(toAgent(window))?.id.account === window.id.account);
}

/** Equal for the windows of one plan of one account. */
export function toPlanKey({ id }: Pick<LimitOutlook, 'id'>): string {
  return JSON.stringify([id.provider, id.account, id.name]);
}
