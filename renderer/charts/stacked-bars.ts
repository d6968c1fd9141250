/** One color of a stacked chart. */
export interface StackedSeries {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Index into the palette, 0 to 6; 6 is the gray of the remaining series. */
  readonly color: number;
  readonly total: number;
}

/** One bar: a value per series, in the series' order, lowest first. */
export interface StackedBar {
  readonly key: string;
  /** Short, for the axis. */
  readonly label: string;
  /** Long, for the tooltip. */
  readonly title: string;
  readonly values: readonly number[];
}

/** Sum of a bar's values. */
export function toBarTotal(bar: StackedBar): number {
  return bar.values.reduce((sum, value) => sum + value, 0);
}
