import { describe, expect, it } from 'vitest';
import { readPrior, type Prior } from '../../../../shared/forecast/prior.ts';

const prior: Prior = { horizons: [1, 4, 16], values: [[[1]], [[2, 4]], [[10, 20], [7]]] };
const values = (horizonSlots: number, situation = 0) =>
  readPrior(prior, horizonSlots, situation, 8).map(({ value }) => value);

describe('readPrior', () => {
  it('uses the horizon with the nearest ratio, at its pace', () => {
    expect([values(1), values(4), values(16)]).toEqual([[1], [2, 4], [10, 20]]);
    // 2 is twice 1 and half of 4, so the first one is used. 7 is nearer to 4, and 9 to 16.
    expect([values(2), values(7), values(9)]).toEqual([[2], [3.5, 7], [(10 * 9) / 16, (20 * 9) / 16]]);
    expect([values(0.5), values(32)]).toEqual([[0.5], [20, 40]]);
  });

  it('returns only values of the same situation', () => {
    expect([values(16, 1), values(4, 1)]).toEqual([[7], []]);
  });

  it('gives any number of values the same total weight', () => {
    expect(readPrior(prior, 4, 0, 8).map(({ weight }) => weight)).toEqual([4, 4]);
    expect(readPrior(prior, 1, 0, 8).map(({ weight }) => weight)).toEqual([8]);
  });
});
