import { noticeableRisk } from '../../domain/forecast.ts';
import type { Formats } from '../format/formats.ts';

/** The risk of a probability of 0 to 1; null where it is too small to mention. */
export function describeOdds(probability: number, format: Formats): string | null {
  return probability < noticeableRisk ? null : `riesgo del ${format.percent(probability * 100)}`;
}
