import type { LearnedCapacity } from '../domain/explanation.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { toPercentile } from '../lib/percentile.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { splitCycles } from './cycles.ts';

/** Percentages are rounded to whole ones: a smaller step says little. */
const minStepPercent = 2;
/** What must have been observed before anything is said. */
const minTotalPercent = 5;
const minPairs = 3;
/** A wider interval is not shown: half its width, relative to the median. */
export const maxUncertainty = 0.25;
const resamples = 400;
const seed = 25;

/**
 * Learns a window's capacity from its readings, ordered by time: the median over pairs of readings within one cycle of
 * what was used between them (`usdBetween`, null where unknown) per percent, with a bootstrap interval. Null while too
 * little was observed. What the person used elsewhere (another machine, a web page) also fills the window: such pairs
 * make the interval wide, not the median wrong, as long as they are few.
 */
export function learnCapacity(
  readings: readonly LimitReading[],
  usdBetween: (fromMs: number, toMs: number) => number | null,
  random = createSeededRandom(seed),
): LearnedCapacity | null {
  const steps = splitCycles(readings).flatMap((cycle) => findSteps(cycle, usdBetween));
  const totalPercent = steps.reduce((sum, { percent }) => sum + percent, 0);
  if (steps.length < minPairs || totalPercent < minTotalPercent) return null;
  const ratios = steps.map(({ usd, percent }) => usd / percent);
  const medians = Array.from({ length: resamples }, () =>
    toPercentile(
      ratios.map(() => ratios[Math.floor(random() * ratios.length)]!),
      50,
    ),
  );
  const usdPerPercent = toPercentile(ratios, 50);
  const interval = { low: toPercentile(medians, 5), high: toPercentile(medians, 95) };
  const isReliable = usdPerPercent > 0 && (interval.high - interval.low) / 2 <= maxUncertainty * usdPerPercent;
  return { usdPerPercent, interval, pairs: steps.length, totalPercent, isReliable };
}

interface Step {
  readonly percent: number;
  readonly usd: number;
}

function findSteps(
  cycle: readonly LimitReading[],
  usdBetween: (fromMs: number, toMs: number) => number | null,
): readonly Step[] {
  const steps: Step[] = [];
  let from: LimitReading | undefined;
  for (const reading of cycle) {
    if (reading.usedPercent === null) continue;
    from ??= reading;
    const percent = reading.usedPercent - from.usedPercent!;
    // At 100 a window is full, however much more was wanted.
    if (percent < minStepPercent || reading.usedPercent >= 100) continue;
    const usd = usdBetween(from.observedAtMs, reading.observedAtMs);
    if (usd !== null && usd > 0) steps.push({ percent, usd });
    from = reading;
  }
  return steps;
}
