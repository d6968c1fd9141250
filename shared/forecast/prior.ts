import table from './prior-table.json' with { type: 'json' };
import type { Weighted } from './quantile.ts';

/**
 * What other people did next, in usual slots of their own (tokens over the mean of their slots with usage): for each
 * horizon and kind of situation, equally likely values in ascending order. `npm run backtest -- --prior` writes it.
 */
export interface Prior {
  /** In slots, ascending. */
  readonly horizons: readonly number[];
  /** By horizon, then by situation. */
  readonly values: readonly (readonly (readonly number[])[])[];
}

/** The shipped prior. */
export const shippedPrior: Prior = table;

/** What others did over about this horizon in such a situation; all values together weigh `weight`. */
export function readPrior(
  { horizons, values }: Prior,
  horizonSlots: number,
  situation: number,
  weight: number,
): readonly Weighted[] {
  const distance = (slots: number): number => Math.abs(Math.log(slots / horizonSlots));
  let nearest = 0;
  for (const [index, slots] of horizons.entries()) {
    if (distance(slots) < distance(horizons[nearest] ?? 1)) nearest = index;
  }
  const found = values[nearest]?.[situation] ?? [];
  // The pace of the nearest horizon continues, or ends sooner.
  const stretch = horizonSlots / (horizons[nearest] ?? horizonSlots);
  return found.map((value) => ({ value: value * stretch, weight: weight / found.length }));
}
