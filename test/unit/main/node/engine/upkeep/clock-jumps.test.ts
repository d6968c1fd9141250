import { expect, it } from 'vitest';
import { createJumpCheck } from '../../../../../../main/node/engine/upkeep/clock-jumps.ts';
import { dayMs, secondMs } from '../../../../../../shared/domain/instant.ts';

it('a clock that was set forward or back is noticed once, a late check is not', () => {
  let nowMs = Date.parse('2026-05-14T10:20:00Z');
  const hasJumped = createJumpCheck({ nowMs: () => nowMs }, () => 20 * secondMs);
  const after = (ms: number): boolean => {
    nowMs += ms;
    return hasJumped();
  };
  expect([20, 22, 18].map((seconds) => after(seconds * secondMs))).toEqual([false, false, false]);
  expect([dayMs, 20 * secondMs, -dayMs, 20 * secondMs].map(after)).toEqual([true, false, true, false]);
});
