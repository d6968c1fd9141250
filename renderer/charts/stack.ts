import type { PlotSeries } from './plot.svelte.ts';
import type { StackedBar, StackedSeries } from './stacked-bars.ts';

/** Stacked bars as series that are drawn over each other: the whole bar first, in the color of its top part. */
export function toStack(bars: readonly StackedBar[], series: readonly StackedSeries[]): readonly PlotSeries[] {
  const sums = bars.map(() => 0);
  const layers = series.map(({ color }, index) => ({
    color: `--series-${color}`,
    kind: 'bars' as const,
    values: bars.map((bar, place) => {
      const value = bar.values[index] ?? 0;
      sums[place] = (sums[place] ?? 0) + value;
      // An empty part would be drawn over the one below it.
      return value === 0 ? null : (sums[place] ?? 0);
    }),
  }));
  return layers.toReversed();
}
