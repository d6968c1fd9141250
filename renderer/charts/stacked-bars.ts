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

/** Round tick values from zero to at least `largest`, in at most four steps. */
export function toTicks(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < largest) ticks.push(ticks.length * step);
  return ticks;
}

/** Which bars get a label, about `wanted` of them; the last bar always has one. */
export function toLabelled(count: number, wanted: number): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil(count / wanted));
  const labelled = new Set<number>();
  for (let index = count - 1; index >= 0; index -= step) labelled.add(index);
  return labelled;
}
