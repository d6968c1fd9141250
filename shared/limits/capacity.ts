import type { LearnedCapacity } from '../domain/explanation.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { toPercentile } from '../lib/percentile.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { listFilledSpans } from './filled-spans.ts';

/** Percentages are rounded to whole ones: a smaller step says little. */
const minStepPercent = 2;
/** What must have been observed before a capacity is given. */
const minTotalPercent = 5;
const minPairs = 3;
/** A wider interval is not shown: half its width, relative to the median. */
const maxUncertainty = 0.25;
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
  const steps = listFilledSpans(readings, minStepPercent).flatMap(({ fromMs, toMs, percent }) => {
    const usd = usdBetween(fromMs, toMs);
    return usd !== null && usd > 0 ? [{ percent, usd }] : [];
  });
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
