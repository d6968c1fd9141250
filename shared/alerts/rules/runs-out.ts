import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { dayMs, minuteMs } from '../../domain/instant.ts';
import type { AlertChoices } from '../alert-choices.ts';
import type { AlertRule, ProjectedWindow } from '../alert-rule.ts';
import { parseRecord } from './parse-record.ts';

/** A projection must hold for this long: a single burst says nothing. */
const confirmMs = 5 * minuteMs;
const forgetAfterMs = 45 * dayMs;

const entrySchema = v.object({
  /** The cycle: when it ends as last projected. */
  resetsAtMs: v.number(),
  /** Since when it is projected to run out in this cycle; null while it lasts. */
  sinceMs: v.nullable(v.number()),
  /** The cycles for which an alert was raised, by their ends, newest first: the clock may return to them. */
  raisedFor: v.array(v.number()),
  seenAtMs: v.number(),
});
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;
const maxCycles = 5;

/**
 * Alerts when a window will run out before it resets, once per cycle, and only after the projection has held for five
 * minutes. There is no baseline: people who start the app late want to know, too.
 */
export const runsOutRule: AlertRule<'runs-out', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { projected, choices, nowMs }) {
    if (projected.length === 0) return { memory, intents: [] };
    const entries = new Map(Object.entries(memory));
    const intents: AlertIntent<'runs-out'>[] = [];
    for (const window of projected) {
      const before = enter(entries.get(window.key), window, nowMs);
      const isEarly = isExpected(window, choices['runs-out'], nowMs);
      const sinceMs = isEarly ? Math.min(before.sinceMs ?? nowMs, nowMs) : null;
      const isDue = sinceMs !== null && nowMs - sinceMs >= confirmMs && !isRaised(before, window);
      if (isDue) intents.push(toIntent(window));
      const raisedFor = isDue ? [window.resetsAtMs, ...before.raisedFor].slice(0, maxCycles) : before.raisedFor;
      entries.set(window.key, { ...before, sinceMs, raisedFor, seenAtMs: nowMs });
    }
    const kept = [...entries].filter(([, { seenAtMs }]) => seenAtMs >= nowMs - forgetAfterMs);
    return { memory: Object.fromEntries(kept), intents };
  },
};

/**
 * What is remembered, with this cycle as the current one. A reset that moves before it has passed is the same cycle under
 * another date, unless the clock went back; so is one that drifts by less than half a window.
 */
function enter(known: Entry | undefined, window: ProjectedWindow, nowMs: number): Entry {
  const { resetsAtMs } = window;
  if (known === undefined) return { resetsAtMs, sinceMs: null, raisedFor: [], seenAtMs: nowMs };
  const isMoved = known.resetsAtMs > nowMs && nowMs >= known.seenAtMs;
  if (!isMoved && !isSame(known.resetsAtMs, window)) return { ...known, resetsAtMs, sinceMs: null };
  const raisedFor = known.raisedFor.map((endMs) => (endMs === known.resetsAtMs ? resetsAtMs : endMs));
  return { ...known, resetsAtMs, raisedFor };
}

function isRaised({ raisedFor }: Entry, window: ProjectedWindow): boolean {
  return raisedFor.some((endMs) => isSame(endMs, window));
}

function isSame(endMs: number, { resetsAtMs, windowMs }: ProjectedWindow): boolean {
  return Math.abs(resetsAtMs - endMs) <= windowMs / 2;
}

function isExpected(window: ProjectedWindow, choices: AlertChoices['runs-out'], nowMs: number): boolean {
  const { runsOutAtMs, resetsAtMs, usedPercent, probability } = window;
  // A window that has run out is up to `depleted`.
  if (runsOutAtMs === null || usedPercent >= 100 || runsOutAtMs <= nowMs) return false;
  if (probability !== null && probability * 100 < choices.minProbabilityPercent) return false;
  return resetsAtMs - runsOutAtMs >= choices.earlyMinutes * minuteMs;
}

function toIntent({ key, source, subject, usedPercent, runsOutAtMs, resetsAtMs, probability }: ProjectedWindow) {
  const parameters = { subject, usedPercent, runsOutAtMs: runsOutAtMs ?? resetsAtMs, resetsAtMs, probability };
  return { kind: 'runs-out', key, source, parameters } as const;
}
