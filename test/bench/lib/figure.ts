import type { Spread } from './statistics.ts';

/** What a figure counts. `ratio`: ours over the other's, so less is better. `share`: of one processor core. */
export type Unit = 'ms' | 'bytes' | 'ratio' | 'share' | 'count';

/** One line of the results. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  /** Lowest and highest of all runs, where there were several. */
  readonly range?: readonly [min: number, max: number];
  /** What is aimed at: no more than this. */
  readonly atMost?: number;
}

/** A figure of one value. */
export function toFigure(name: string, unit: Unit, value: number, atMost?: number): Figure {
  return { name, unit, value, ...(atMost === undefined ? {} : { atMost }) };
}

/** A figure of several runs: their median. */
export function toSpreadFigure(name: string, unit: Unit, spread: Spread, atMost?: number): Figure {
  return { ...toFigure(name, unit, spread.median, atMost), range: [spread.min, spread.max] };
}
