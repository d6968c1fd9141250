import packageFile from '../../../package.json' with { type: 'json' };
import type { OwnCost } from '../../../shared/domain/agent-process.ts';
import { toMetric, type Metric } from './metric.ts';

const microsecondsPerSecond = 1e6;

/**
 * What the server itself costs, under the names that every Prometheus client has for it, and what all processes of
 * Fuelgauge cost together (`own` is null until it was measured).
 */
export function toProcessMetrics(followers: number, own: OwnCost | null): readonly Metric[] {
  const { user, system } = process.cpuUsage();
  return [
    toMetric('gauge', 'fuelgauge_build_info', [[{ version: packageFile.version }, 1]]),
    toMetric('gauge', 'fuelgauge_live_followers', [[{}, followers]]),
    toMetric('counter', 'process_cpu_seconds_total', [[{}, (user + system) / microsecondsPerSecond]]),
    toMetric('gauge', 'process_resident_memory_bytes', [[{}, process.memoryUsage.rss()]]),
    toMetric('gauge', 'fuelgauge_own_processes', [[{}, own?.processes ?? null]]),
    toMetric('gauge', 'fuelgauge_own_cpu_ratio', [[{}, own?.cpuRatio ?? null]]),
    toMetric('gauge', 'fuelgauge_own_memory_bytes', [[{}, own?.rssBytes ?? null]]),
    toMetric('gauge', 'fuelgauge_own_wake_ups_per_second', [[{}, own?.wakeUpsPerSecond ?? null]]),
    toMetric('counter', 'fuelgauge_own_written_bytes_total', [[{}, own?.writtenBytes ?? null]]),
  ];
}
