import { createMessages } from '../../../shared/messages/catalogue.ts';
import type { Labels, Metric } from './metric.ts';

/** The formats that Prometheus asks for. */
export type ExpositionFormat = 'text' | 'openmetrics';

const { metrics: help } = createMessages().server;

/** The media type of each format. */
export const expositionTypes: Readonly<Record<ExpositionFormat, string>> = {
  text: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

/** The format that a client asks for in `Accept`. */
export function chooseFormat(accept: string | undefined): ExpositionFormat {
  return accept?.includes('application/openmetrics-text') === true ? 'openmetrics' : 'text';
}

/**
 * Writes metrics as Prometheus reads them. https://prometheus.io/docs/instrumenting/exposition_formats/,
 * https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export function writeMetrics(metrics: readonly Metric[], format: ExpositionFormat): string {
  const lines = metrics
    .filter(({ samples }) => samples.length > 0)
    .flatMap((metric) => {
      const { name, type, samples } = metric;
      // In OpenMetrics a counter's family has the name without the ending that its samples have.
      const family = format === 'openmetrics' && type === 'counter' ? name.replace(/_total$/, '') : name;
      return [
        `# HELP ${family} ${escapeHelp(help[name])}`,
        `# TYPE ${family} ${type}`,
        ...samples.map(({ labels, value }) => `${name}${writeLabels(labels)} ${writeValue(value)}`),
      ];
    });
  return `${[...lines, ...(format === 'openmetrics' ? ['# EOF'] : [])].join('\n')}\n`;
}

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).filter(([, value]) => value !== '');
  if (pairs.length === 0) return '';
  return `{${pairs.map(([name, value]) => `${name}="${escapeValue(value)}"`).join(',')}}`;
}

function writeValue(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return String(value);
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeValue(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
