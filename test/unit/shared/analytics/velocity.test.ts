import { describe, expect, it } from 'vitest';
import { toVelocity } from '../../../../shared/analytics/velocity.ts';

describe('toVelocity', () => {
  it.each([
    [null, 100, null],
    [0, null, 'idle'],
    [0, 100, 'idle'],
    [10, null, null],
    [10, 0, null],
    [49, 100, 'slow'],
    [50, 100, 'steady'],
    [149, 100, 'steady'],
    [150, 100, 'fast'],
    [299, 100, 'fast'],
    [300, 100, 'very-fast'],
  ])('%j tokens a minute, where %j are usual: %j', (perMinute, usual, velocity) => {
    expect(toVelocity(perMinute, usual)).toBe(velocity);
  });
});
