import { saveFile } from '../../state/save-file.ts';
import { savePicture, toFileName } from '../../state/save-picture.ts';
import { toBarTotal, type StackedBar, type StackedSeries } from '../../charts/stacked-bars.ts';
import { markEncoding, toCsv } from '../../state/to-csv.ts';
import type { ChartChoice } from './choice.ts';

/** The chart with numbers in place of its series' names. */
export function numberSeries<Chart extends { readonly series: readonly StackedSeries[] }>(chart: Chart): Chart {
  return { ...chart, series: chart.series.map((series, index) => ({ ...series, label: `#${index + 1}` })) };
}

type Drawn = { readonly bars: readonly StackedBar[]; readonly series: readonly StackedSeries[] };
type Chosen = Pick<ChartChoice, 'step' | 'measure'>;

/** The values of a chart, a line a bar, with the unit in the name of the last column. */
export function toChartCsv({ bars, series }: Drawn, choice: Chosen): string {
  const total = choice.measure === 'cost' ? 'totalMicroUsd' : 'totalTokens';
  const lines = bars.map((bar) => [
    toTime(bar.key, choice),
    ...series.map((_, index) => bar.values[index] ?? 0),
    toBarTotal(bar),
  ]);
  return toCsv([['time', ...series.map(({ label }) => label), total], ...lines]);
}

/** Hours are in UTC, as are the times in all other files. */
function toTime(key: string, { step }: Chosen): string {
  return step === 'hour' ? new Date(Number(key)).toISOString() : key;
}

/** Saves what a chart shows: its values, or the picture itself. */
export function saveChart(
  kind: 'csv' | 'json' | 'png',
  title: string,
  chart: Drawn,
  figure: HTMLElement | undefined,
  choice: Chosen,
  more: Readonly<Record<string, unknown>>,
): void {
  const name = toFileName(title);
  if (kind === 'csv') {
    saveFile(`${name}.csv`, 'text/csv', markEncoding(toChartCsv(chart, choice)));
  } else if (kind === 'json') {
    const rows = chart.bars.map(({ key, values }) => ({
      key: toTime(key, choice),
      values: Object.fromEntries(chart.series.map(({ label }, index) => [label, values[index] ?? 0])),
    }));
    saveFile(
      `${name}.json`,
      'application/json',
      `${JSON.stringify({ title, unit: choice.measure === 'cost' ? 'microUsd' : 'tokens', rows, ...more }, null, 2)}\n`,
    );
  } else {
    savePicture(name, figure);
  }
}
