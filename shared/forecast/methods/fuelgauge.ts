import { readUsagePattern, slotsPerDay } from '../usage-pattern.ts';
import { blend, createCalibration, type Calibration, type KnownForecast } from '../calibration.ts';
import type { Distribution } from '../distribution.ts';
import {
  quantileLevels,
  usedSoFar,
  type Forecast,
  type ForecastInput,
  type ForecastMethod,
  type Quantiles,
} from '../forecast.ts';
import { shippedPrior, type Prior } from '../prior.ts';
import { mixWithPast } from '../past-remainders.ts';
import { estimateRemaining } from '../remaining-usage.ts';
import { slotMs } from '../slot-series.ts';

/** A forecast, and what will be learned from it. */
export interface FuelgaugeForecast extends Forecast {
  readonly used: number;
  /** Of what is still to come, before calibration. */
  readonly remaining: Distribution;
  readonly trust: number;
  /** The probability, 0 to 1, that nothing more comes, after calibration. */
  readonly nothingMore: number;
  /** To be recorded with the total once the window is over. */
  readonly experience: Omit<KnownForecast, 'total'>;
}

/** What is used already, plus the distribution of what is still to come, calibrated on the person's own past. */
export function forecastTotal(
  input: ForecastInput,
  calibration: Calibration,
  prior: Prior = shippedPrior,
): FuelgaugeForecast | null {
  const { series, window, nowMs } = input;
  const activity = readUsagePattern(series, nowMs);
  if (activity === null) return null;
  const used = usedSoFar(input);
  const horizonSlots = Math.max(0, Math.round((window.endMs - nowMs) / slotMs));
  const remaining = mixWithPast(estimateRemaining(activity, horizonSlots, prior), input);
  const elapsedShare = (nowMs - window.startMs) / (window.endMs - window.startMs);
  const { trust, level } = calibration.find(
    window.kind,
    elapsedShare,
    activity.length / slotsPerDay,
    activity.rests[activity.length] ?? 0,
  );
  const exceeds = (tokens: number): number => (trust === 0 ? 0 : remaining.exceeds(tokens / trust));
  const raw = quantileLevels.map((each) => used + remaining.quantile(each)) as unknown as Quantiles;
  const interval = toInterval(remaining, used, trust, level);
  const scale = activity.scales[activity.length] ?? 1;
  return {
    used,
    remaining,
    trust,
    quantiles: blend(raw, used, trust),
    interval,
    nothingMore: 1 - exceeds(0),
    exceeds: (tokens) => (tokens < used ? 1 : exceeds(tokens - used)),
    experience: {
      kind: window.kind,
      elapsedShare,
      used,
      quantiles: raw,
      lower: interval[0],
      upper: interval[1],
      scale,
    },
  };
}

/**
 * Where nothing more comes with more than the probability that lies below an interval, the interval begins there, and
 * all of its doubt is above.
 */
function toInterval(remaining: Distribution, used: number, trust: number, level: number): readonly [number, number] {
  const below = (1 - level) / 2;
  const isOpen = 1 - remaining.exceeds(0) >= below;
  const lower = isOpen ? 0 : remaining.quantile(below) * trust;
  return [used + lower, used + remaining.quantile(isOpen ? level : 1 - below)];
}

/**
 * The shipped method. It learns from its own forecasts at a quarter, half and three quarters of each window, as soon as
 * that window is over; so one instance serves one history, in order of time.
 */
export function createFuelgaugeMethod(prior: Prior = shippedPrior): ForecastMethod {
  const calibration = createCalibration();
  let pending: { readonly startMs: number; readonly experience: FuelgaugeForecast['experience'] }[] = [];
  return {
    id: 'fuelgauge',
    forecast(input) {
      const known = input.past.at(-1)?.startMs ?? -Infinity;
      for (const { startMs, experience } of pending) {
        const over = startMs <= known ? input.past.find((window) => window.startMs === startMs) : undefined;
        if (over !== undefined) calibration.note({ ...experience, total: over.total });
      }
      pending = pending.filter(({ startMs }) => startMs > known);
      const forecast = forecastTotal(input, calibration, prior);
      if (forecast !== null && isQuarter(input)) {
        pending.push({ startMs: input.window.startMs, experience: forecast.experience });
      }
      return forecast;
    },
  };
}

function isQuarter({ window, nowMs }: ForecastInput): boolean {
  const quarters = (4 * (nowMs - window.startMs)) / (window.endMs - window.startMs);
  return quarters > 0 && quarters < 4 && Number.isInteger(quarters);
}
