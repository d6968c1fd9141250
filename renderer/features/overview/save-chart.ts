import { saveFile } from '../../state/save-file.ts';
import { savePicture, toFileName } from '../../state/save-picture.ts';
import { toBarTotal, type StackedBar, type StackedSeries } from '../../charts/stacked-bars.ts';
import { toCsv } from '../../state/to-csv.ts';

/** The chart with numbers in place of its series' names. */
export function numberSeries<Chart extends { readonly series: readonly StackedSeries[] }>(chart: Chart): Chart {
  return { ...chart, series: chart.series.map((series, index) => ({ ...series, label: `#${index + 1}` })) };
}

/** Saves what a chart shows: its values, or the picture itself. */
export function saveChart(
  kind: 'csv' | 'json' | 'png',
  title: string,
  { bars, series }: { readonly bars: readonly StackedBar[]; readonly series: readonly StackedSeries[] },
  figure: HTMLElement | undefined,
  more: Readonly<Record<string, unknown>>,
): void {
  const name = toFileName(title);
  if (kind === 'csv') {
    const head = ['time', ...series.map(({ label }) => label), 'total'];
    const lines = bars.map((bar) => [bar.key, ...series.map((_, index) => bar.values[index] ?? 0), toBarTotal(bar)]);
    saveFile(`${name}.csv`, 'text/csv', toCsv([head, ...lines]));
  } else if (kind === 'json') {
    const rows = bars.map(({ key, values }) => ({
      key,
      values: Object.fromEntries(series.map(({ label }, index) => [label, values[index] ?? 0])),
    }));
    saveFile(`${name}.json`, 'application/json', `${JSON.stringify({ title, rows, ...more }, null, 2)}\n`);
  } else {
    savePicture(name, figure);
  }
}
