import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../../shared/lib/seeded-random.ts';

const draw = (seed: number, count: number) => {
  const random = createSeededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('createSeededRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(draw(1, 20)).toEqual(draw(1, 20));
    expect(draw(1, 20)).not.toEqual(draw(2, 20));
  });

  it('spreads them evenly from 0 to 1', () => {
    const numbers = draw(7, 10_000);
    const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((n) => Math.floor(n * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
