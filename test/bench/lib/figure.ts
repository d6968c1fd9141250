import type { Spread } from './statistics.ts';

/** What a figure counts. `ratio`: ours over the other's, so lower is better. `share`: of one CPU core. */
export type Unit = 'ms' | 'bytes' | 'ratio' | 'share' | 'count';

/** One line of the results. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  /** Minimum and maximum of all runs, where there were several. */
  readonly range?: readonly [min: number, max: number];
  /** The goal: no more than this. */
  readonly atMost?: number;
}

/** A figure with one value. */
export function toFigure(name: string, unit: Unit, value: number, atMost?: number): Figure {
  return { name, unit, value, ...(atMost === undefined ? {} : { atMost }) };
}

/** A figure for several runs: their median. */
export function toSpreadFigure(name: string, unit: Unit, spread: Spread, atMost?: number): Figure {
  return { ...toFigure(name, unit, spread.median, atMost), range: [spread.min, spread.max] };
}
