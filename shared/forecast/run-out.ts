import type { RunOut } from '../domain/forecast.ts';
import type { UsagePattern } from './usage-pattern.ts';
import type { FuelgaugeForecast } from './methods/fuelgauge.ts';
import type { Prior } from './prior.ts';
import { estimateRemaining } from './remaining-usage.ts';
import { slotMs } from './slot-series.ts';

/** The number of moments until the end at which the probability is computed; in between it is interpolated. */
const steps = 16;

/** The input of `estimateRunOut`. */
export interface RunOutQuestion {
  readonly activity: UsagePattern;
  readonly prior: Prior;
  /** The forecast of the total that it belongs to: its trust, and what it expects until the end. */
  readonly made: Pick<FuelgaugeForecast, 'trust' | 'remaining'>;
  /** How many tokens are left. */
  readonly left: number;
  readonly asOfMs: number;
  readonly endMs: number;
}

/**
 * The probability that more than what is left is used before the end, and when. The probability that it has happened
 * by some moment is that of using more than what is left until then.
 */
export function estimateRunOut({ activity, prior, made, left, asOfMs, endMs }: RunOutQuestion): RunOut {
  const { trust, remaining } = made;
  if (left <= 0) return { probability: 1, earlyMs: asOfMs, medianMs: asOfMs, lateMs: asOfMs };
  const horizon = Math.max(0, Math.round((endMs - asOfMs) / slotMs));
  const none: RunOut = { probability: 0, earlyMs: null, medianMs: null, lateMs: null };
  if (horizon === 0 || trust === 0) return none;
  const points: { readonly slots: number; readonly probability: number }[] = [{ slots: 0, probability: 0 }];
  let grown = 0;
  for (let step = 1; step <= Math.min(steps, horizon); step++) {
    const slots = Math.round((horizon * step) / Math.min(steps, horizon));
    // The probability never decreases, whatever similar moments say about a longer time.
    grown = Math.max(grown, estimateRemaining(activity, slots, prior).exceeds(left / trust));
    points.push({ slots, probability: grown });
  }
  // Until the end, the forecast of the total decides; similar moments say when.
  const probability = remaining.exceeds(left / trust);
  if (probability === 0) return none;
  if (grown === 0) {
    const at = (share: number): number => Math.round(asOfMs + share * (endMs - asOfMs));
    return { probability, earlyMs: at(0.1), medianMs: at(0.5), lateMs: at(0.9) };
  }
  const timeOf = (share: number): number => {
    const wanted = share * grown;
    const index = Math.max(
      1,
      points.findIndex((point) => point.probability >= wanted),
    );
    const [before, after] = [points[index - 1] ?? points[0]!, points[index] ?? points[0]!];
    const rise = after.probability - before.probability;
    const part = rise > 0 ? (wanted - before.probability) / rise : 1;
    return Math.round(asOfMs + (before.slots + part * (after.slots - before.slots)) * slotMs);
  };
  return { probability, earlyMs: timeOf(0.1), medianMs: timeOf(0.5), lateMs: timeOf(0.9) };
}
