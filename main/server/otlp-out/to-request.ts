import type { DataPoint, MetricData, ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { AggregationTemporality, DataPointType } from '@opentelemetry/sdk-metrics';
import { JsonMetricsSerializer, ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import type { ExportProtocol } from '../../../shared/domain/export-protocol.ts';
import type { ExportTemporality } from '../../../shared/settings/otlp-export.ts';
import type { Batch, BatchMetric } from './batch.ts';
import { toOtlpAttribute, toOtlpName } from './otlp-name.ts';

const help: Readonly<Record<string, string>> = createMessages().server.metrics;

/** What a message is built from. */
export interface RequestParts {
  readonly batch: Batch;
  /** The last batch that the receiver has, which deltas are relative to. Null for cumulative sums. */
  readonly base: Batch | null;
  /** Since when cumulative sums count, UTC milliseconds. */
  readonly startedAtMs: number;
  readonly resource: Readonly<Record<string, string>>;
  readonly version: string;
}

/** The body of an export request, or null where there is nothing to say. */
export function toRequest(parts: RequestParts, protocol: ExportProtocol): Uint8Array | null {
  const metrics = toMetricData(parts);
  if (metrics.length === 0) return null;
  const request: ResourceMetrics = {
    resource: resourceFromAttributes(parts.resource),
    scopeMetrics: [{ scope: { name: 'fuelgauge', version: parts.version }, metrics }],
  };
  const serializer = protocol === 'http/json' ? JsonMetricsSerializer : ProtobufMetricsSerializer;
  return serializer.serializeRequest(request) ?? null;
}

function toMetricData({ batch, base, startedAtMs }: RequestParts): MetricData[] {
  const temporality: ExportTemporality = base === null ? 'cumulative' : 'delta';
  const before = new Map(base?.metrics.map((metric) => [metric.name, toValues(metric)]));
  return batch.metrics.flatMap((metric) => {
    const isCounter = metric.type === 'counter';
    const startMs = isCounter && base !== null ? base.atMs : startedAtMs;
    const earlier = before.get(metric.name);
    const samples = isCounter && base !== null ? subtract(metric, earlier) : metric.samples;
    const dataPoints = samples.map(({ labels, value }): DataPoint<number> => ({
      startTime: toHrTime(startMs),
      endTime: toHrTime(batch.atMs),
      attributes: Object.fromEntries(
        Object.entries(labels).flatMap(([name, text]) => (text === '' ? [] : [[toOtlpAttribute(name), text]])),
      ),
      value,
    }));
    return dataPoints.length === 0 ? [] : [describe(metric, dataPoints, temporality)];
  });
}

function describe(metric: BatchMetric, dataPoints: DataPoint<number>[], temporality: ExportTemporality): MetricData {
  const descriptor = { ...toOtlpName(metric.name), description: help[metric.name] ?? '', valueType: 1 };
  const aggregationTemporality =
    temporality === 'delta' ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
  if (metric.type === 'gauge') {
    return { descriptor, aggregationTemporality, dataPointType: DataPointType.GAUGE, dataPoints };
  }
  return { descriptor, aggregationTemporality, dataPointType: DataPointType.SUM, dataPoints, isMonotonic: true };
}

/** The increase. A sum that shrank (a source was forgotten) restarts from zero, like a counter reset. */
function subtract(metric: BatchMetric, earlier: ReadonlyMap<string, number> | undefined): BatchMetric['samples'] {
  return metric.samples.flatMap(({ labels, value }) => {
    const known = earlier?.get(JSON.stringify(labels)) ?? 0;
    const added = value >= known ? value - known : value;
    return added === 0 ? [] : [{ labels, value: added }];
  });
}

function toValues({ samples }: BatchMetric): ReadonlyMap<string, number> {
  return new Map(samples.map(({ labels, value }) => [JSON.stringify(labels), value]));
}

function toHrTime(atMs: number): [number, number] {
  return [Math.floor(atMs / 1_000), (atMs % 1_000) * 1e6];
}
