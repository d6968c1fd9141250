import { stat } from 'node:fs/promises';
import type { Discovery } from '../discovery/discover-logs.ts';
import { toSweepDelay, type WatchReliability } from './watch-reliability.ts';

const beatsPerRootCheck = 3;

/** Decides when a sweep is due. */
export interface SweepSchedule {
  /** A regular heartbeat. `hasJumped`: the machine was asleep, or its clock was set. */
  beat(hasJumped: boolean): Promise<void>;
  /** Notes the result of a sweep, and how long it took; null when it was one of some roots only. */
  noteSweep(found: Pick<Discovery, 'roots'>, tookMs: number | null): void;
}

/**
 * Builds the schedule; the first sweep is due at once. The roots whose watch failed are looked at as often as everything
 * was when any watch failed, measured by what everything costs: one failed watch can only make looking cheaper.
 */
export function createSweepSchedule(options: {
  /** Between two sweeps; null when the reliability of events decides it. */
  readonly sweepMs: number | null;
  readonly trust: () => WatchReliability;
  /** Folders that the system would not watch although it watches others. */
  readonly impaired: () => ReadonlySet<string>;
  /** Between two sweeps of their roots; null when the cost of a sweep decides it. */
  readonly impairedMs: number | null;
  readonly hasFailures: () => boolean;
  /** Whether other systems on this machine have started or stopped since the last sweep. */
  readonly haveGuestsChanged: () => Promise<boolean>;
  /** Whether a path must not be looked at, because that would start another system. */
  readonly isAsleep: (path: string) => boolean;
  readonly onDue: () => void;
  /** A sweep of the roots of these folders is due. */
  readonly onPartDue: (folders: ReadonlySet<string>) => void;
}): SweepSchedule {
  let roots: Discovery['roots'] = new Map();
  let sweptAt = -Infinity;
  let partSweptAt = -Infinity;
  let sweepTookMs = 0;
  let beats = 0;

  const sweepImpaired = (): void => {
    const folders = options.impaired();
    const delayMs = options.impairedMs ?? toSweepDelay('broken', options.hasFailures(), sweepTookMs);
    if (folders.size === 0 || performance.now() - Math.max(sweptAt, partSweptAt) < delayMs) return;
    partSweptAt = performance.now();
    options.onPartDue(folders);
  };

  return {
    async beat(hasJumped) {
      const delayMs = options.sweepMs ?? toSweepDelay(options.trust(), options.hasFailures(), sweepTookMs);
      const isDue = performance.now() - sweptAt >= delayMs;
      const checksRoots = ++beats % beatsPerRootCheck === 0;
      const hasNews = async (): Promise<boolean> =>
        (await options.haveGuestsChanged()) || (await hasNewRoot(roots, options.isAsleep));
      if (hasJumped || isDue || (checksRoots && (await hasNews()))) options.onDue();
      else sweepImpaired();
    },
    noteSweep(found, tookMs) {
      roots = found.roots;
      if (tookMs === null) {
        partSweptAt = performance.now();
        return;
      }
      sweptAt = performance.now();
      sweepTookMs = tookMs;
    },
  };
}

/** Whether a root that was missing at the last sweep now exists. */
async function hasNewRoot(roots: Discovery['roots'], isAsleep: (path: string) => boolean): Promise<boolean> {
  const all = [...roots.values()].flat();
  const missing = all.filter(({ path, state }) => state === 'missing' && !isAsleep(path));
  const checks = missing.map(({ path }) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(checks)).includes(true);
}
