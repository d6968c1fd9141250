import type { Formats } from '../format/formats.ts';

/** Below this it is not worth mentioning. */
export const noticeableFrom = 0.02;

/** The risk of a probability of 0 to 1; null where it is too small to mention. */
export function describeOdds(probability: number, format: Formats): string | null {
  return probability < noticeableFrom ? null : `riesgo ${format.percent(probability * 100)}`;
}
