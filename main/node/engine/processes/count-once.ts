import type { ProcessMeasurement } from './process-sampling.ts';

/**
 * Builds a filter that shortens what a measurement covers to the time that no earlier one has covered; null when
 * nothing is left. Two measurements a moment apart, one scheduled and one requested, are both compared with the same
 * earlier one: summed as they are, they would count that time twice. After the clock was set back, it starts over.
 */
export function createCountOnce(): (measured: ProcessMeasurement) => ProcessMeasurement | null {
  let untilMs = -Infinity;
  return (measured) => {
    const { atMs, elapsedMs } = measured.survey;
    const fromMs = atMs - elapsedMs;
    const isSetBack = untilMs - atMs > elapsedMs;
    const left = isSetBack ? elapsedMs : atMs - Math.max(fromMs, untilMs);
    if (left <= 0) return null;
    untilMs = atMs;
    return left === elapsedMs ? measured : { ...measured, survey: { ...measured.survey, elapsedMs: left } };
  };
}
