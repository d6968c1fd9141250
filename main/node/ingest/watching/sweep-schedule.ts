import { stat } from 'node:fs/promises';
import type { Discovery } from '../discovery/discover-logs.ts';
import { toSweepDelay, type WatchReliability } from './watch-reliability.ts';

const beatsPerRootLook = 3;

/** Decides when a sweep is due. */
export interface SweepSchedule {
  /** A regular heartbeat. `hasJumped`: the machine was asleep, or its clock was set. */
  beat(hasJumped: boolean): Promise<void>;
  /** Notes the result of a sweep, and how long it took. */
  noteSweep(found: Pick<Discovery, 'roots'>, tookMs: number): void;
}

/** Builds the schedule; the first sweep is due at once. */
export function createSweepSchedule(options: {
  /** Between two sweeps; null when the reliability of events decides it. */
  readonly sweepMs: number | null;
  readonly trust: () => WatchReliability;
  readonly hasTrouble: () => boolean;
  readonly onDue: () => void;
}): SweepSchedule {
  let roots: Discovery['roots'] = new Map();
  let sweptAt = -Infinity;
  let sweepTookMs = 0;
  let beats = 0;
  return {
    async beat(hasJumped) {
      const delayMs = options.sweepMs ?? toSweepDelay(options.trust(), options.hasTrouble(), sweepTookMs);
      const isDue = performance.now() - sweptAt >= delayMs;
      const looksForRoots = ++beats % beatsPerRootLook === 0;
      if (hasJumped || isDue || (looksForRoots && (await hasNewRoot(roots)))) options.onDue();
    },
    noteSweep(found, tookMs) {
      roots = found.roots;
      sweptAt = performance.now();
      sweepTookMs = tookMs;
    },
  };
}

/** Whether a root that was missing at the last sweep now exists. */
async function hasNewRoot(roots: Discovery['roots']): Promise<boolean> {
  const missing = [...roots.values()].flat().filter(({ state }) => state === 'missing');
  const looks = missing.map(({ path }) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(looks)).includes(true);
}
