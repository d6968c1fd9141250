import { createMetricsGatherer } from './gather-metrics.ts';
import type { HttpApp, HttpAppOptions, RequireScope } from './http-context.ts';
import { chooseFormat, expositionTypes, writeMetrics } from './metrics/exposition.ts';

/** Adds `/metrics` for Prometheus. */
export function addMetrics(app: HttpApp, options: HttpAppOptions & { readonly requireScope: RequireScope }): void {
  const gather = createMetricsGatherer(options);
  app.get('/metrics', async (context) => {
    const refusal = options.requireScope(context, 'read');
    if (refusal !== null) return refusal;
    const format = chooseFormat(context.req.header('accept'));
    return context.body(writeMetrics(await gather(), format), 200, { 'Content-Type': expositionTypes[format] });
  });
}
