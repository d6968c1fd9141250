import { describe, expect, it } from 'vitest';
import { situations, type UsagePattern } from '../../../../shared/forecast/usage-pattern.ts';
import { createDistribution } from '../../../../shared/forecast/distribution.ts';
import type { Prior } from '../../../../shared/forecast/prior.ts';
import { estimateRunOut, type RunOutQuestion } from '../../../../shared/forecast/run-out.ts';
import { slotMs } from '../../../../shared/forecast/slot-series.ts';

/** Somebody without a past, so that only what others did counts; a usual slot is one token. */
const activity: UsagePattern = {
  length: 0,
  sums: new Float64Array(1),
  scales: new Float64Array([1]),
  rests: new Int32Array(1),
  recent: new Int32Array(1),
  regularity: new Float64Array(1),
};
/** By horizon: equally likely tokens in it. */
const priorOf = (byHorizon: Readonly<Record<number, readonly number[]>>): Prior => ({
  horizons: Object.keys(byHorizon).map(Number),
  values: Object.values(byHorizon).map((values) => Array.from({ length: situations }, () => values)),
});
/** One, two, four or eight tokens in each slot. */
const steady = priorOf({ 1: [1, 2, 4, 8] });
/** More than ten tokens until the end with 30 percent. */
const remaining = createDistribution(
  [
    { value: 0, weight: 7 },
    { value: 11, weight: 3 },
  ],
  1,
);
const asOfMs = 1_000 * slotMs;
const question: RunOutQuestion = {
  activity,
  prior: steady,
  made: { trust: 1, remaining },
  left: 8,
  asOfMs,
  endMs: asOfMs + 20 * slotMs,
};
const ask = (rest: Partial<RunOutQuestion> = {}) => {
  const { probability, earlyMs, medianMs, lateMs } = estimateRunOut({ ...question, ...rest });
  const toSlots = (atMs: number | null) => (atMs === null ? null : Number(((atMs - asOfMs) / slotMs).toFixed(3)));
  return { probability, slots: [toSlots(earlyMs), toSlots(medianMs), toSlots(lateMs)] };
};

describe('estimateRunOut', () => {
  it('takes the probability from the total, and from similar moments when it happens', () => {
    // More than 8 tokens: none by slot 1, half of the values by slot 3, three of four by slots 5 and 8, all by slot 9.
    expect(ask()).toEqual({ probability: expect.closeTo(0.3), slots: [1.4, 3, 8.6] });
  });

  it('is nearer the less is left', () => {
    // With 3 left: half of the values by slot 1, three of four by slot 3, all by slot 4.
    expect(ask({ left: 3 }).slots).toEqual([0.2, 1, 3.6]);
  });

  it('needs so much more usage as the forecast is believed less', () => {
    expect(ask({ left: 4, made: { trust: 0.5, remaining } })).toEqual(ask());
    expect(ask({ left: 6, made: { trust: 0.5, remaining } }).probability).toBe(0);
  });

  it('stays used up once it is, though longer moments say less', () => {
    // In one slot all of them use more than what is left, in eight slots none does.
    expect(ask({ prior: priorOf({ 1: [100], 8: [0] }) }).slots).toEqual([0.1, 0.5, 0.9]);
  });

  it('may be any time until the end where no similar moment shows it', () => {
    expect(ask({ prior: priorOf({ 1: [0] }) })).toEqual({ probability: expect.closeTo(0.3), slots: [2, 10, 18] });
  });

  it('is now when nothing is left, and never when the time is over or nothing more is believed to come', () => {
    expect(ask({ left: 0 })).toEqual({ probability: 1, slots: [0, 0, 0] });
    expect(ask({ left: -1 }).probability).toBe(1);
    const never = { probability: 0, slots: [null, null, null] };
    expect(ask({ endMs: asOfMs })).toEqual(never);
    expect(ask({ made: { trust: 0, remaining } })).toEqual(never);
    expect(ask({ left: 11 })).toEqual(never);
  });
});
