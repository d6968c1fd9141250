import { stat } from 'node:fs/promises';
import type { Discovery } from '../discovery/discover-logs.ts';
import { toSweepDelay, type WatchReliability } from './watch-reliability.ts';

const beatsPerRootLook = 3;

/** Says when it is time to look at everything. */
export interface SweepSchedule {
  /** A regular beat. `hasJumped`: the machine has slept, or its clock was set. */
  beat(hasJumped: boolean): Promise<void>;
  /** A look at everything has found this, and took so long. */
  noteSweep(found: Pick<Discovery, 'roots'>, tookMs: number): void;
}

/** Builds the schedule; the first look is due at once. */
export function createSweepSchedule(options: {
  /** Between two looks, when trust in events is not to decide it. */
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

/** Whether a root that was missing at the last look is there now. */
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
