import { describe, expect, it } from 'vitest';
import { situations, slotsPerDay, type UsagePattern } from '../../../../shared/forecast/usage-pattern.ts';
import type { Prior } from '../../../../shared/forecast/prior.ts';
import { estimateRemaining } from '../../../../shared/forecast/remaining-usage.ts';

/** Others did nothing more, which weighs 8, or used so much in each slot. */
const priorOf = (perSlot: number): Prior => ({
  horizons: [1],
  values: [Array.from({ length: situations }, () => [perSlot])],
});
const nothing = priorOf(0);
const noPrior: Prior = { horizons: [1], values: [[]] };

interface Moment {
  /** How many slots ago. */
  readonly age: number;
  /** Tokens in the slot that followed. */
  readonly came: number;
  readonly rest?: number;
  readonly recent?: number;
  readonly scale?: number;
}

/** Four weeks of long rest, but for one moment. Now there is no rest, and nothing was done before. */
function activityWith({ age, came, rest = 0, recent = 0, scale = 1 }: Moment): UsagePattern {
  const length = 28 * slotsPerDay;
  const size = length + 1;
  const index = length - age;
  const activity = {
    length,
    sums: new Float64Array(size).fill(came, index + 1),
    scales: new Float64Array(size).fill(1),
    rests: new Int32Array(size).fill(2_000),
    recent: new Int32Array(size),
    regularity: new Float64Array(size),
  };
  activity.rests[length] = 0;
  activity.rests[index] = rest;
  activity.recent[index] = recent;
  activity.scales[index] = scale;
  return activity;
}
/** How much the moment weighs against the 8 of others. */
function weightOf(moment: Omit<Moment, 'came'>, horizonSlots = 4): number {
  const share = estimateRemaining(activityWith({ ...moment, came: 10 }), horizonSlots, nothing).exceeds(0);
  return (8 * share) / (1 - share);
}
const yesterday = slotsPerDay;
const aDayOld = Math.exp(-1 / 28);

describe('estimateRemaining', () => {
  it('weighs a moment less the longer the horizon is: those that follow see nearly the same', () => {
    expect(weightOf({ age: yesterday }, 4)).toBeCloseTo(aDayOld / 3);
    expect(weightOf({ age: yesterday }, 10)).toBeCloseTo(aDayOld / 6);
  });

  it('weighs a moment less the older it is, and the further from this time of day', () => {
    expect(weightOf({ age: 14 * slotsPerDay })).toBeCloseTo(Math.exp(-0.5) / 3);
    // Three hours earlier, and three hours later.
    expect(weightOf({ age: yesterday + 12 })).toBeCloseTo((Math.exp(-0.5) * Math.exp(-108 / 96 / 28)) / 3);
    expect(weightOf({ age: yesterday - 12 })).toBeCloseTo((Math.exp(-0.5) * Math.exp(-84 / 96 / 28)) / 3);
    // Half a day apart counts nothing.
    expect(weightOf({ age: yesterday + 48 })).toBe(0);
  });

  it('weighs a moment less that is less like this one', () => {
    expect(weightOf({ age: yesterday, recent: 8 })).toBeCloseTo((0.4 * aDayOld) / 3);
    expect(weightOf({ age: yesterday, rest: 1 })).toBeCloseTo((0.15 * aDayOld) / 3);
    expect(weightOf({ age: yesterday, rest: 2 })).toBe(0);
  });

  it('counts only moments whose horizon is over', () => {
    expect(weightOf({ age: 4 })).toBeGreaterThan(0);
    expect(weightOf({ age: 3 })).toBe(0);
  });

  it('is in what is usual now, for the usual of then', () => {
    const activity = activityWith({ age: yesterday, came: 10, scale: 2 });
    activity.scales[activity.length] = 30;
    expect(estimateRemaining(activity, 4, noPrior).quantile(0.5)).toBe(150);
    // Others, in usual slots.
    expect(estimateRemaining(activity, 4, priorOf(2)).quantile(0.5)).toBe(4 * 2 * 30);
  });

  it('expects nothing in no time', () => {
    const none = estimateRemaining(activityWith({ age: yesterday, came: 10 }), 0, priorOf(5));
    expect([none.quantile(0.9), none.exceeds(0)]).toEqual([0, 0]);
  });

  it('holds what is longer than a block against half again of the most that ever came in such a time', () => {
    const activity = activityWith({ age: yesterday, came: 10 });
    expect(estimateRemaining(activity, 20, priorOf(1_000)).quantile(0.9)).toBe(20_000);
    expect(estimateRemaining(activity, 21, priorOf(1_000)).quantile(0.9)).toBe(15);
    // Less than that is left as it is.
    expect(estimateRemaining(activity, 21, priorOf(0.1)).quantile(0.5)).toBeCloseTo(2.1);
  });
});
