import type { AllowanceChange, AllowanceSide } from '../domain/limit-change.ts';
import { dayMs } from '../domain/instant.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { toPercentile } from '../lib/percentile.ts';
import { findChangePoint } from './change-point.ts';
import { listFilledSpans, type FilledSpan } from './filled-spans.ts';

/** How far back a change is looked for. */
export const allowanceMs = 56 * dayMs;
/** Percentages are whole: over a smaller step, rounding is a fifth of it and more. */
const minStepPercent = 5;
/** More pairs than these are not looked at: the newest count. */
const maxPairs = 160;
/** So many pairs on both sides, so different (in standard deviations of the rank sum), and by such a factor. */
export const minPairs = 6;
const minScore = 4.5;
const minFactor = 1.25;
/** Both sides must have lasted: in a week with much work elsewhere, a percent stands for less as well. */
const minOldMs = 21 * dayMs;
const minRecentMs = 14 * dayMs;
/** Half the variation distance between the models' shares of cost, from which on they are others than before. */
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

/** What is found of a window by its pairs alone. */
export type FoundAllowance = Pick<
  AllowanceChange,
  'lastOldMs' | 'firstNewMs' | 'before' | 'after' | 'ratio' | 'score' | 'isOtherModels'
>;

/**
 * Whether a percent of a window has come to stand for another amount of usage, from pairs ordered by time: a change-point
 * of dollars per percent, by ranks, between two levels that each held in both of their halves. Single pairs that were
 * filled from elsewhere (another machine, a web page) do not matter; whole weeks of that look the same as a change.
 * With a third less in every tenth week, 54 of 100 made-up years got a false answer, 6 of them a rise: so every sentence says
 * that use elsewhere looks the same, and the alert is off by default. How late it is: see the tests.
 */
export function findAllowanceChange(pairs: readonly AllowancePair[]): FoundAllowance | null {
  const usable = pairs.filter(({ usd, percent }) => usd > 0 && percent > 0);
  const found = findChangePoint(
    usable.map(({ usd, percent }) => usd / percent),
    minPairs,
  );
  if (found === null || Math.abs(found.score) < minScore) return null;
  const [old, recent] = [usable.slice(0, found.index), usable.slice(found.index)];
  if (measureLength(old) < minOldMs || measureLength(recent) < minRecentMs || !isSteady(old, recent)) return null;
  const [before, after] = [toSide(old), toSide(recent)];
  return {
    lastOldMs: old.at(-1)!.toMs,
    firstNewMs: recent[0]!.fromMs,
    ...{ before, after, ratio: after.usdPerPercent / before.usdPerPercent, score: Math.abs(found.score) },
    isOtherModels: measureDistance(toShares(old), toShares(recent)) >= otherModelsFrom,
  };
}

function measureLength(pairs: readonly AllowancePair[]): number {
  return pairs.at(-1)!.toMs - pairs[0]!.fromMs;
}

/** Whether each half of the new pairs differs by the factor from each half of the old ones, in the same direction. */
function isSteady(old: readonly AllowancePair[], recent: readonly AllowancePair[]): boolean {
  const [was, is] = [toHalves(old), toHalves(recent)];
  return Math.min(...is) >= minFactor * Math.max(...was) || minFactor * Math.max(...is) <= Math.min(...was);
}

function toHalves(pairs: readonly AllowancePair[]): readonly number[] {
  const middle = Math.floor(pairs.length / 2);
  return [pairs.slice(0, middle), pairs.slice(middle)].map((half) => toSide(half).usdPerPercent);
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

/** 0 for the same shares, 1 where nothing is common. */
function measureDistance(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const models = new Set([...left.keys(), ...right.keys()]);
  return [...models].reduce((sum, model) => sum + Math.abs((left.get(model) ?? 0) - (right.get(model) ?? 0)) / 2, 0);
}
