import type { HttpApp, HttpAppOptions, RequireScope } from './http-context.ts';
import { collect } from './metrics/collect.ts';
import { toCompanionMetrics } from './metrics/companion-metrics.ts';
import { chooseFormat, expositionTypes, writeMetrics } from './metrics/exposition.ts';
import { toOwnMetrics } from './metrics/own-metrics.ts';
import { toProcessMetrics } from './metrics/process-metrics.ts';
import { toTelemetryMetrics } from './metrics/telemetry-metrics.ts';

/** Everything that was ever used. */
const wholeSpan = { since: null, until: null, timeZone: null, source: null };

/**
 * Adds `/metrics` for Prometheus. Counters are sums over the ledger: they survive restarts, and several servers on one
 * ledger say the same.
 */
export function addMetrics(app: HttpApp, options: HttpAppOptions & { readonly requireScope: RequireScope }): void {
  const { host, settings, stream, telemetry, nowMs, requireScope } = options;
  app.get('/metrics', async (context) => {
    const refusal = requireScope(context, 'read');
    if (refusal !== null) return refusal;
    const split = settings().projectLabels ? 'project' : 'none';
    const report = await host.handlers.report({ by: 'model', split, ...wholeSpan });
    const collected = collect(report, host.view.current(), nowMs());
    const metrics = [
      ...toOwnMetrics(collected),
      ...toCompanionMetrics(collected),
      ...toTelemetryMetrics(telemetry.sums()),
      ...toProcessMetrics(stream.followers()),
    ];
    const format = chooseFormat(context.req.header('accept'));
    return context.body(writeMetrics(metrics, format), 200, { 'Content-Type': expositionTypes[format] });
  });
}
