import { dayMs, minuteMs } from '../../domain/instant.ts';
import type { Measured } from '../observations.ts';
import type { OtherCycle, WindowMemory } from './threshold-memory.ts';

/** More cycles than a clock moves between; each takes some 80 bytes of the file. */
const maxOtherCycles = 4;
/** By how much the time until the reset may differ between two observations on both sides of a jump of the clock. */
const jumpToleranceMs = 10 * minuteMs;

/**
 * The memory as it applies to the cycle of the observation. A cycle ends with its reset, or when usage falls below half
 * of its peak; a reset time that moves without a fall is the same cycle with another date. When the clock jumps, the
 * observation can belong to a cycle that was observed before: what was settled in it stays settled.
 */
export function enterCycle(memory: WindowMemory, observation: Measured): WindowMemory {
  const known = findCycle(memory, observation);
  const current = known === null ? memory : resumeCycle(memory, known);
  if (known === null && isNextCycle(memory, observation)) {
    // After a reset, usage restarted from zero, so everything reached since counts as crossed upwards.
    const hasJumped = observation.isCalendar !== true && hasJumpedWithClock(memory, observation);
    return hasJumped ? memory : startCycle(memory);
  }
  // Usage fell within the cycle (the provider corrected it or raised the limit), or the clock went back to an earlier
  // cycle: the thresholds below it were not crossed and need no alert.
  const isBaseline =
    observation.usedPercent < current.peakPercent / 2 || (known === null && hasGoneBack(memory, observation));
  return isBaseline ? { ...startCycle(current), hasBaseline: false } : current;
}

/** Whether the stored cycle is over and another one has begun. */
function isNextCycle(memory: WindowMemory, observation: Measured): boolean {
  return (memory.resetsAtMs ?? Infinity) <= observation.observedAtMs && !isSame(memory, observation);
}

/** Whether the clock went back, to a time at which the window was in another cycle. */
function hasGoneBack(memory: WindowMemory, observation: Measured): boolean {
  return observation.observedAtMs < memory.observedAtMs && !isSame(memory, observation);
}

/**
 * Whether the clock jumped and took the reset with it: some agents report how long a window lasts, not until when. A
 * new cycle does not begin with as much usage and as much time left as the last one had.
 */
function hasJumpedWithClock(memory: WindowMemory, observation: Measured): boolean {
  const jumpMs = observation.observedAtMs - memory.observedAtMs;
  const isMovedAsMuch = Math.abs(toShiftMs(memory, observation) - jumpMs) <= jumpToleranceMs;
  return isMovedAsMuch && observation.usedPercent >= memory.lastPercent;
}

/** Another cycle than the current one, observed before, to which the observation belongs. */
function findCycle(memory: WindowMemory, observation: Measured): OtherCycle | null {
  if (isSame(memory, observation)) return null;
  return memory.otherCycles.find((cycle) => isSame(cycle, observation)) ?? null;
}

/** Whether two resets differ by no more than drift. */
function isSame(cycle: Pick<WindowMemory, 'resetsAtMs'>, observation: Measured): boolean {
  return Math.abs(toShiftMs(cycle, observation)) <= (observation.windowMs ?? dayMs) / 2;
}

/** By how much the reset has moved; 0 when one of them is unknown. */
function toShiftMs({ resetsAtMs: before }: Pick<WindowMemory, 'resetsAtMs'>, { resetsAtMs }: Measured): number {
  return before === null || resetsAtMs === null ? 0 : resetsAtMs - before;
}

function startCycle(memory: WindowMemory): WindowMemory {
  return { ...memory, lastPercent: 0, peakPercent: 0, settledPercent: 0, otherCycles: keepCycle(memory) };
}

function resumeCycle(memory: WindowMemory, cycle: OtherCycle): WindowMemory {
  return { ...memory, ...cycle, lastPercent: 0, otherCycles: keepCycle(memory) };
}

/** The other cycles with the current one, unless there is nothing in it that may not be repeated. */
function keepCycle({ resetsAtMs, peakPercent, settledPercent, otherCycles }: WindowMemory): readonly OtherCycle[] {
  if (settledPercent === 0 || resetsAtMs === null) return otherCycles;
  const others = otherCycles.filter((cycle) => cycle.resetsAtMs !== resetsAtMs);
  return [{ resetsAtMs, peakPercent, settledPercent }, ...others].slice(0, maxOtherCycles);
}
