import { formatBytes } from '../../../shared/messages/format/numbers.ts';
import type { Figure, Unit } from './figure.ts';

/** All results of one measurement. */
export interface MeasurementResult {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** The figures of a measurement as aligned lines; goals are marked as reached or missed. */
export function formatResult({ name, title, figures }: MeasurementResult): string {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  const lines = figures.map((figure) => {
    const { value, unit, range, atMost } = figure;
    const spread = range === undefined ? '' : `${formatValue(range[0], unit)} to ${formatValue(range[1], unit)}`;
    const goal =
      atMost === undefined ? '' : `${value <= atMost ? 'reached' : 'MISSED '} (at most ${formatValue(atMost, unit)})`;
    return `  ${figure.name.padEnd(width)}  ${formatValue(value, unit).padStart(10)}  ${spread || goal}`.trimEnd();
  });
  return [`${name}: ${title}`, ...lines].join('\n');
}

function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 100 ? 1 : 0)} ms`;
    case 'bytes':
      return formatBytes(value);
    case 'ratio':
      return value.toFixed(value < 0.2 ? 3 : 2);
    case 'share':
      return `${(value * 100).toFixed(2)} %`;
    case 'count':
      return value.toLocaleString('en-US');
  }
}
