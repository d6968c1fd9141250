import type { Velocity } from '../domain/velocity.ts';

/** Above these multiples of the usual rate, use is steady, fast and very fast. */
const steadyFrom = 0.5;
const fastFrom = 1.5;
const veryFastFrom = 3;

/**
 * The velocity of a rate in tokens per minute. `usualPerMinute` is the rate of a full block; null without one, and then
 * only idleness can be recognised.
 */
export function toVelocity(perMinute: number | null, usualPerMinute: number | null): Velocity | null {
  if (perMinute === null) return null;
  if (perMinute === 0) return 'idle';
  if (usualPerMinute === null || usualPerMinute <= 0) return null;
  const ratio = perMinute / usualPerMinute;
  if (ratio < steadyFrom) return 'slow';
  if (ratio < fastFrom) return 'steady';
  return ratio < veryFastFrom ? 'fast' : 'very-fast';
}
