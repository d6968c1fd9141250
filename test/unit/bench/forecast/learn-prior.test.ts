import { describe, expect, it } from 'vitest';
import { situations } from '../../../../shared/forecast/usage-pattern.ts';
import { learnPrior } from '../../../bench/forecast/learn-prior.ts';
import { readPrior } from '../../../../shared/forecast/prior.ts';
import { createSlotSeries, slotMs } from '../../../../shared/forecast/slot-series.ts';

/** Somebody who uses so many slots in a row, once. */
const burst = (slots: number, tokens = 1_000) =>
  createSlotSeries(Array.from({ length: slots }, (_, index) => ({ atMs: index * slotMs, tokens })));

describe('learnPrior', () => {
  it('has values for every horizon and situation, in order, and nothing where nobody was ever seen', () => {
    const { horizons, values } = learnPrior([burst(40)]);
    expect([horizons[0], horizons.at(-1)]).toEqual([1, 672]);
    expect(values).toHaveLength(horizons.length);
    for (const bySituation of values) {
      expect(bySituation).toHaveLength(situations);
      for (const each of bySituation) expect(each).toEqual([...each].sort((a, b) => a - b));
    }
    expect(
      learnPrior([])
        .values.flat()
        .every((each) => each.length === 1 && each[0] === 0),
    ).toBe(true);
    expect(learnPrior([createSlotSeries([])])).toEqual(learnPrior([]));
  });

  it('is in usual slots of the person: who uses a thousand times as much teaches the same', () => {
    expect(learnPrior([burst(40, 1e6)])).toEqual(learnPrior([burst(40, 1e3)]));
  });

  it('knows that who works goes on, and that after a rest of a day nothing came', () => {
    const { values } = learnPrior([burst(40)]);
    // No rest, and six or more of eight slots used: one more of them, but for the last one.
    expect(values[0]![2]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    // A rest of eight to sixteen hours, within the day that follows the last usage.
    expect(
      values[0]!
        .slice(15, 18)
        .flat()
        .every((value) => value === 0),
    ).toBe(true);
  });

  it('lets each person count, not each moment', () => {
    // One with 300 moments of work against four with 60: half of the weight and more is theirs.
    const idle = (slots: number) =>
      createSlotSeries(Array.from({ length: slots }, (_, index) => ({ atMs: index * 2 * slotMs, tokens: 1_000 })));
    const alone = learnPrior([burst(300)]).values[0]![2]!;
    const together = learnPrior([burst(300), burst(60), burst(60), burst(60), burst(60)]).values[0]![2]!;
    expect(alone).toEqual(together);
    const mixed = learnPrior([burst(300), idle(60), idle(60)]).values[0]!;
    expect(mixed).toHaveLength(situations);
    expect(mixed.flat().some((value) => value === 0)).toBe(true);
  });

  it('borrows from situations with the same rest where one was seen too seldom', () => {
    // Seven moments with few used slots, and one with many: none of them thirty times.
    const { values } = learnPrior([burst(8)]);
    expect(values[0]![0]).toEqual(values[0]![1]);
    expect(values[0]![1]).toEqual(values[0]![2]);
    // After seven of the eight moments another slot came.
    expect(values[0]![0]).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('counts many moments of one person like 120 of them', () => {
    // After six slots of work in eight, one person goes on each of 300 times, and another stops each of 30 times.
    const stops = createSlotSeries(
      Array.from({ length: 30 * 6 }, (_, index) => ({
        atMs: (Math.floor(index / 6) * 24 + (index % 6)) * slotMs,
        tokens: 1_000,
      })),
    );
    // That is 30 of 150: two values of ten.
    expect(learnPrior([burst(305), stops]).values[0]![2]).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('keeps how what came is spread', () => {
    const uneven = createSlotSeries(
      Array.from({ length: 200 }, (_, index) => ({ atMs: index * slotMs, tokens: index % 2 === 0 ? 1_000 : 3_000 })),
    );
    const values = learnPrior([uneven]).values[0]![2]!;
    expect(values.map((value) => value > 1)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1].map(Boolean));
  });
});

describe('readPrior', () => {
  const prior = { horizons: [4, 16], values: [[[1, 3]], [[10, 20, 30, 40]]] };

  it('takes the nearest horizon by ratio, and stretches it', () => {
    expect(readPrior(prior, 4, 0, 8)).toEqual([
      { value: 1, weight: 4 },
      { value: 3, weight: 4 },
    ]);
    expect(readPrior(prior, 7, 0, 8).map(({ value }) => value)).toEqual([1.75, 5.25]);
    expect(readPrior(prior, 9, 0, 8).map(({ value, weight }) => [value, weight])).toEqual(
      [10, 20, 30, 40].map((value) => [(value * 9) / 16, 2]),
    );
    expect(readPrior(prior, 32, 0, 8)[0]).toEqual({ value: 20, weight: 2 });
  });

  it('says nothing of a situation that it does not have', () => {
    expect(readPrior(prior, 4, 1, 8)).toEqual([]);
  });
});
