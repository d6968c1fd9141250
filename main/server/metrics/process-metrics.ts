import packageFile from '../../../package.json' with { type: 'json' };
import { toMetric, type Metric } from './metric.ts';

const microsecondsPerSecond = 1e6;

/** What the server itself costs, under the names that every Prometheus client has for it. */
export function toProcessMetrics(followers: number): readonly Metric[] {
  const { user, system } = process.cpuUsage();
  return [
    toMetric('gauge', 'fuelgauge_build_info', [[{ version: packageFile.version }, 1]]),
    toMetric('gauge', 'fuelgauge_live_followers', [[{}, followers]]),
    toMetric('counter', 'process_cpu_seconds_total', [[{}, (user + system) / microsecondsPerSecond]]),
    toMetric('gauge', 'process_resident_memory_bytes', [[{}, process.memoryUsage.rss()]]),
  ];
}
