import { describe, expect, it } from 'vitest';
import { pinballLoss } from '../../../../shared/forecast/pinball.ts';

describe('the pinball loss', () => {
  it('is half the error of a single number, on either side', () => {
    expect([110, 90, 100].map((total) => pinballLoss([100, 100, 100, 100, 100], total))).toEqual([
      expect.closeTo(5),
      expect.closeTo(5),
      0,
    ]);
  });

  it('weighs each quantile by how often it may be exceeded', () => {
    // 10 above the lowest quantile costs a tenth of that, and so does 10 below the highest.
    expect(pinballLoss([90, 100, 100, 100, 110], 100)).toBeCloseTo((0.1 * 10 + 0.1 * 10) / 5);
    expect(pinballLoss([110, 100, 100, 100, 90], 100)).toBeCloseTo((0.9 * 10 + 0.9 * 10) / 5);
  });
});
