import { noticeableRisk } from '../../domain/forecast.ts';
import type { Formats } from '../format/formats.ts';

/** A probability of 0 to 1 in words; null where it is too small to mention. */
export function createOdds(format: Formats): (probability: number) => string | null {
  return (probability) => {
    if (probability < noticeableRisk) return null;
    return probability >= 0.95 ? '几乎肯定' : format.percent(probability * 100);
  };
}
