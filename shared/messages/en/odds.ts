import { noticeableRisk } from '../../domain/forecast.ts';

/** From this on it is as good as certain. */
const certainFrom = 0.95;

/** A probability of 0 to 1 as people say it: `1 in 8`, `7 in 10`; null where it is too small to mention. */
export function describeOdds(probability: number): string | null {
  if (probability < noticeableRisk) return null;
  if (probability >= certainFrom) return 'almost certain';
  return probability < 0.4 ? `1 in ${Math.round(1 / probability)}` : `${Math.round(probability * 10)} in 10`;
}
