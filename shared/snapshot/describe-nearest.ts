import { hasReset, toLimitTitle, type LimitTitle } from '../domain/limit-window.ts';
import type { LimitOrBlock } from '../limits/block-windows.ts';
import type { Messages } from '../messages/catalogue.ts';
import type { NearestLimit } from './outlook.ts';

/** Windows cuts a tooltip off after 127 characters, so a longer label of the provider's is left out. */
const maxLabel = 20;

/** The catalogue's parts with the words for it. */
export type NearestWords = Pick<Messages, 'limits' | 'tray' | 'blocks'>;

/**
 * What stops the person first, or may, or how much is left of the limit that is nearest to that, in few words; null where
 * no limit is known.
 */
export function describeNearest({ binding, nearest }: NearestLimit, nowMs: number, words: NearestWords): string | null {
  if (nearest === null) return null;
  const text = describeRisk(nearest, binding !== null, nowMs, words);
  return nearest.provenance === 'estimated' ? words.blocks.estimated(text) : text;
}

function describeRisk(nearest: LimitOrBlock, isBinding: boolean, nowMs: number, words: NearestWords): string {
  const { tray } = words;
  const { usedPercent, runsOutAtMs, resetsAtMs, runOutProbability } = nearest;
  const title = toShortTitle(nearest);
  if (!isBinding || runsOutAtMs === null) {
    return tray.mayRunOut(title, runOutProbability ?? 0) ?? describeLeft(nearest, nowMs, words);
  }
  if ((usedPercent ?? 0) < 100) return tray.runsOut(title, runsOutAtMs - nowMs);
  return tray.usedUp(title, resetsAtMs === null ? null : resetsAtMs - nowMs);
}

function describeLeft(window: LimitOrBlock, nowMs: number, { limits: words }: NearestWords): string {
  const { usedPercent, amount } = window;
  const name = words.windowName(toShortTitle(window));
  if (hasReset(window, nowMs)) return words.resetSince(name).sentence;
  if (usedPercent === null) return words.amount(name, amount?.remaining ?? null, amount?.unit ?? 'credits').sentence;
  if (window.provenance === 'stale') return words.stale(name, usedPercent).sentence;
  return words.remaining(name, 100 - usedPercent).sentence;
}

function toShortTitle(window: LimitOrBlock): LimitTitle {
  const title = toLimitTitle(window);
  return { ...title, label: title.label !== null && title.label.length <= maxLabel ? title.label : null };
}
