import type { AllowanceChange, AllowanceSide } from '../domain/limit-change.ts';
import { dayMs } from '../domain/instant.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { toPercentile } from '../lib/percentile.ts';
import { findChangePoint } from './change-point.ts';
import { findLastingShift } from './lasting-shift.ts';
import { listFilledSpans, type FilledSpan } from './filled-spans.ts';

const weekMs = 7 * dayMs;

/** How far back changes are searched for. */
export const allowanceMs = 11 * weekMs;
/** Percentages are whole numbers: in a smaller step, rounding would be a fifth or more. */
const minStepPercent = 5;
/** Only this many of the newest pairs are used. */
const maxPairs = 400;
/** A change point must have this many pairs on each side. */
const minPairs = 6;
/** Half the variation distance between the models' shares of cost, above which the models count as different. */
const otherModelsFrom = 0.3;

/** What was used in such a span. */
export interface AllowancePair extends FilledSpan {
  readonly usd: number;
  readonly tokens: number;
  /** Dollars by model. */
  readonly models: ReadonlyMap<string, number>;
}

/** The newest spans of a window's readings, ordered by time, over which it filled enough to be compared. */
export function listAllowanceSpans(readings: readonly LimitReading[]): readonly FilledSpan[] {
  return listFilledSpans(readings, minStepPercent).slice(-maxPairs);
}

/** What is found about a window from its pairs alone. */
export type FoundAllowance = Pick<
  AllowanceChange,
  'lastOldMs' | 'firstNewMs' | 'before' | 'after' | 'ratio' | 'score' | 'isOtherModels'
>;

/**
 * Whether a percent of a window now stands for a different amount of usage, from pairs ordered by time: a lasting
 * shift of dollars per percent over whole weeks (see `findLastingShift`), the week of the newest pair not among them. When
 * it was is a change-point by ranks. Single pairs that were filled from elsewhere (another machine, a web page) do not
 * matter; weeks of that look the same as a change, so every sentence says that. How often it is wrong and how late it is:
 * adr/0017.
 */
export function findAllowanceChange(pairs: readonly AllowancePair[]): FoundAllowance | null {
  const usable = pairs.filter(({ usd, percent }) => usd > 0 && percent > 0);
  const newestWeek = toWeek(usable.at(-1)?.toMs ?? 0);
  const whole = usable.filter(({ fromMs }) => toWeek(fromMs) < newestWeek);
  const shift = findLastingShift(
    whole.map(({ fromMs, usd, percent }) => ({ week: toWeek(fromMs), value: usd / percent })),
  );
  if (shift === null) return null;
  const found = findChangePoint(
    usable.map(({ usd, percent }) => usd / percent),
    minPairs,
  );
  if (found === null) return null;
  const [old, recent] = [usable.slice(0, found.index), usable.slice(found.index)];
  const [before, after] = [toSide(old), toSide(recent)];
  const ratio = after.usdPerPercent / before.usdPerPercent;
  if (shift === 'up' ? ratio <= 1 : ratio >= 1) return null;
  return {
    lastOldMs: old.at(-1)!.toMs,
    firstNewMs: recent[0]!.fromMs,
    ...{ before, after, ratio, score: Math.abs(found.score) },
    isOtherModels: measureDistance(toShares(old), toShares(recent)) >= otherModelsFrom,
  };
}

function toWeek(atMs: number): number {
  return Math.floor(atMs / weekMs);
}

function toSide(pairs: readonly AllowancePair[]): AllowanceSide {
  return {
    usdPerPercent: toPercentile(
      pairs.map(({ usd, percent }) => usd / percent),
      50,
    ),
    tokensPerPercent: toPercentile(
      pairs.map(({ tokens, percent }) => tokens / percent),
      50,
    ),
    pairs: pairs.length,
    percent: pairs.reduce((sum, { percent }) => sum + percent, 0),
  };
}

/** Each model's share of what was spent. */
function toShares(pairs: readonly AllowancePair[]): ReadonlyMap<string, number> {
  const total = pairs.reduce((sum, { usd }) => sum + usd, 0);
  const shares = new Map<string, number>();
  for (const { models } of pairs) {
    for (const [model, usd] of models) shares.set(model, (shares.get(model) ?? 0) + usd / total);
  }
  return shares;
}

/** 0 for equal shares, 1 for nothing in common. */
function measureDistance(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const models = new Set([...left.keys(), ...right.keys()]);
  return [...models].reduce((sum, model) => sum + Math.abs((left.get(model) ?? 0) - (right.get(model) ?? 0)) / 2, 0);
}
