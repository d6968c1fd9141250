import type { RunOut, TotalForecast } from '../../shared/domain/forecast.ts';

/** A block's forecast: 3M tokens at its end in the median, between 1.5M and 5M with 80 %. */
export function makeForecast(rest: Partial<TotalForecast> = {}): TotalForecast {
  return {
    kind: 'block',
    source: 'claude-code',
    startMs: 0,
    endMs: 5 * 3_600_000,
    asOfMs: 0,
    usedTokens: 1_000_000,
    tokens: { p10: 1_200_000, p25: 2_000_000, p50: 3_000_000, p75: 4_000_000, p90: 6_000_000 },
    interval: { from: 1_500_000, to: 5_000_000 },
    nothingMore: 0.05,
    runOut: null,
    ...rest,
  };
}

/** A limit that is reached with a probability, if so at `medianMs`. */
export function makeRunOut(probability: number, medianMs: number | null): RunOut {
  return { probability, earlyMs: medianMs, medianMs, lateMs: medianMs };
}
