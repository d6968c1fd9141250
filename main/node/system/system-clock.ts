import type { Clock } from '../../../shared/ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };
