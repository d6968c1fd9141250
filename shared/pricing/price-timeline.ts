import { toUtcMs } from '../domain/calendar-day.ts';
import type { PriceCorrection } from './overlay.ts';
import type { ModelPrice, Rates } from './price-table.ts';

/** A price and the instant (UTC milliseconds) from which it applies, until the next one does. */
export interface DatedPrice {
  readonly sinceMs: number;
  readonly price: ModelPrice;
}

/** The instants at which any correction starts or stops applying, ascending. */
export function findPriceBoundaries(corrections: readonly PriceCorrection[]): readonly number[] {
  const days = corrections.flatMap(({ since, until }) => [since, until].filter((day) => day !== null));
  return [...new Set(days.map(toUtcMs))].sort((a, b) => a - b);
}

/** All prices of a model over time, oldest first; the first one applies from the beginning. */
export function createTimeline(listed: ModelPrice, corrections: readonly PriceCorrection[]): readonly DatedPrice[] {
  return [-Infinity, ...findPriceBoundaries(corrections)].map((sinceMs) => ({
    sinceMs,
    price: corrections.filter((correction) => holds(correction, sinceMs)).reduce(correct, listed),
  }));
}

/** The price that applies at an instant. */
export function priceAt(timeline: readonly DatedPrice[], atMs: number): ModelPrice {
  const dated = timeline.findLast(({ sinceMs }) => sinceMs <= atMs);
  if (dated === undefined) throw new Error('a price timeline must begin at the beginning');
  return dated.price;
}

function holds({ since, until }: PriceCorrection, atMs: number): boolean {
  return (since === null || toUtcMs(since) <= atMs) && (until === null || atMs < toUtcMs(until));
}

function correct(price: ModelPrice, { scalePercent, set }: PriceCorrection): ModelPrice {
  return { ...(scalePercent === undefined ? price : scalePrice(price, scalePercent)), ...set };
}

function scalePrice(price: ModelPrice, percent: number): ModelPrice {
  const scaled = (rates: Rates): Rates => scaleRates(rates, percent);
  const { priority, flex, longContext } = price;
  return {
    ...price,
    rates: scaled(price.rates),
    ...(priority && { priority: scaled(priority) }),
    ...(flex && { flex: scaled(flex) }),
    ...(longContext && {
      longContext: {
        ...longContext,
        rates: scaled(longContext.rates),
        ...(longContext.flex && { flex: scaled(longContext.flex) }),
      },
    }),
  };
}

function scaleRates(rates: Rates, percent: number): Rates {
  const scale = (rate: number): number => Math.round((rate * percent) / 100);
  return {
    input: scale(rates.input),
    output: scale(rates.output),
    cacheRead: scale(rates.cacheRead),
    cacheWrite5m: scale(rates.cacheWrite5m),
    cacheWrite1h: scale(rates.cacheWrite1h),
  };
}
