import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../shared/domain/instant.ts';
import {
  readUsagePattern,
  slotsPerDay,
  toSituation,
  type UsagePattern,
} from '../../../../shared/forecast/usage-pattern.ts';
import { createSlotSeries, slotMs } from '../../../../shared/forecast/slot-series.ts';

/** Usage in these slots of a day, at midnight some days after 1970. */
const firstMs = 100 * dayMs;
const read = (slots: readonly (readonly [slot: number, tokens: number])[], untilSlot: number) =>
  readUsagePattern(
    createSlotSeries(slots.map(([slot, tokens]) => ({ atMs: firstMs + slot * slotMs, tokens }))),
    firstMs + untilSlot * slotMs,
  )!;

describe('readUsagePattern', () => {
  it('sums what came before each slot, and counts the idle ones just before it', () => {
    const { length, sums, rests } = read(
      [
        [0, 10],
        [1, 20],
        [4, 5],
      ],
      6,
    );
    expect(length).toBe(6);
    expect([...sums]).toEqual([0, 10, 30, 30, 30, 35, 35]);
    expect([...rests]).toEqual([0, 0, 0, 1, 2, 0, 1]);
  });

  it('averages the newest slots with usage: each one before counts a sixteenth less', () => {
    const { scales } = read(
      [
        [0, 10],
        [2, 26],
      ],
      4,
    );
    expect(scales[0]).toBe(0);
    expect(scales[1]).toBe(10);
    expect(scales[2]).toBe(10);
    expect(scales[3]).toBeCloseTo((10 * (15 / 16) + 26) / (15 / 16 + 1), 12);
    expect(scales[4]).toBe(scales[3]);
  });

  it('counts the used ones of the eight slots before', () => {
    const { recent } = read(
      [
        [0, 1],
        [1, 1],
        [3, 1],
      ],
      12,
    );
    expect([...recent]).toEqual([0, 1, 2, 2, 3, 3, 3, 3, 3, 2, 1, 1, 0]);
  });

  it('shares out days with usage over the last fourteen, or those that there were', () => {
    const used = [0, 1, 2, 20].map((day) => [day * slotsPerDay, 1] as const);
    const { regularity } = read(used, 21 * slotsPerDay);
    const at = (day: number) => regularity[day * slotsPerDay + 1];
    expect(regularity[0]).toBeCloseTo(0.5 / 2, 12);
    expect(at(0)).toBeCloseTo(1.5 / 2, 12);
    expect(at(2)).toBeCloseTo(3.5 / 4, 12);
    expect(at(13)).toBeCloseTo(3.5 / 15, 12);
    expect(at(14)).toBeCloseTo(2.5 / 15, 12);
    expect(at(16)).toBeCloseTo(0.5 / 15, 12);
    expect(at(20)).toBeCloseTo(1.5 / 15, 12);
  });

  it('looks at eight weeks, and at nothing without usage', () => {
    expect(readUsagePattern(createSlotSeries([]), firstMs)).toBeNull();
    expect(
      read(
        [
          [0, 9],
          [57 * slotsPerDay, 1],
        ],
        57 * slotsPerDay + 1,
      ),
    ).toMatchObject({ length: 1 });
  });
});

describe('toSituation', () => {
  const of = (given: { rest?: number; recent?: number; regularity?: number }, horizon: number): number => {
    const activity: UsagePattern = {
      ...{ length: 0, sums: new Float64Array(2), scales: new Float64Array(1) },
      rests: Int32Array.of(given.rest ?? 0),
      recent: Int32Array.of(given.recent ?? 0),
      regularity: Float64Array.of(given.regularity ?? 0),
    };
    return toSituation(activity, 0, horizon);
  };

  it('has ten classes of rest', () => {
    const rests = [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 287, 288, 9_999];
    expect(rests.map((rest) => Math.floor(of({ rest }, 4) / 3))).toEqual([
      0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9,
    ]);
  });

  it('goes by the last two hours after a short rest and over a short horizon', () => {
    expect([0, 2, 3, 5, 6, 8].map((recent) => of({ rest: 7, recent }, 30))).toEqual([9, 9, 10, 10, 11, 11]);
  });

  it('goes by the last weeks otherwise', () => {
    const shares = [0, 0.25, 0.26, 0.5, 0.51, 1];
    expect(shares.map((regularity) => of({ rest: 8, recent: 4, regularity }, 4))).toEqual([12, 12, 13, 13, 14, 14]);
    expect(shares.map((regularity) => of({ rest: 1, recent: 8, regularity }, 31))).toEqual([3, 3, 4, 4, 5, 5]);
  });
});
