import { hasReset, toLimitTitle } from '../domain/limit-window.ts';
import type { LimitOrBlock } from '../limits/block-windows.ts';
import type { Messages } from '../messages/catalogue.ts';

/** What a window's sentence depends on. */
export interface LimitWords {
  readonly messages: Pick<Messages, 'limits' | 'blocks' | 'format'>;
  readonly nowMs: number;
  readonly timeZone: string;
}

/** The main fact about a window in one sentence, the same on every surface, and a second one or null. */
export function describeLimit(
  window: LimitOrBlock,
  words: LimitWords,
): { readonly sentence: string; readonly detail: string | null } {
  const { sentence, detail } = describeFact(window, words);
  const isEstimated = window.provenance === 'estimated';
  return { sentence: isEstimated ? words.messages.blocks.estimated(sentence) : sentence, detail };
}

function describeFact(
  window: LimitOrBlock,
  { messages: { limits: words, format }, nowMs, timeZone }: LimitWords,
): { readonly sentence: string; readonly detail: string | null } {
  const { resetsAtMs: resets, runsOutAtMs: runsOut, usedPercent, amount } = window;
  const name = words.windowName(toLimitTitle(window));
  const resetMoment = resets === null ? null : format.moment(resets, nowMs, timeZone);
  if (hasReset(window, nowMs)) return words.resetSince(name);
  if (usedPercent === null) {
    const remaining = amount?.remaining ?? null;
    // Credits are named after their unit: name them once.
    const isPlain = window.label === null && window.id.scope === amount?.unit;
    return words.amount(isPlain && remaining !== null ? null : name, remaining, amount?.unit ?? 'credits');
  }
  // A used-up window stays so until its reset, however old the reading is.
  if (usedPercent >= 100) return words.usedUp(name, resetMoment, resets === null ? null : resets - nowMs);
  if (window.provenance === 'stale') return words.stale(name, usedPercent);
  if (runsOut !== null && runsOut >= nowMs) {
    const earlyMs = resets === null ? null : Math.max(0, resets - runsOut);
    return words.runsOut(name, format.moment(runsOut, nowMs, timeZone), runsOut - nowMs, earlyMs);
  }
  return resetMoment === null
    ? words.remaining(name, 100 - usedPercent)
    : words.lasts(name, resetMoment, window.runOutProbability);
}
