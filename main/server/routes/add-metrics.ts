import type { HttpApp, RequireScope } from '../http/http-context.ts';
import { chooseFormat, expositionTypes, writeMetrics } from '../metrics/exposition.ts';
import type { GatherMetrics } from '../metrics/metric.ts';

/** Adds `/metrics` for Prometheus. */
export function addMetrics(app: HttpApp, gather: GatherMetrics, requireScope: RequireScope): void {
  app.get('/metrics', async (context) => {
    const refusal = requireScope(context, 'read');
    if (refusal !== null) return refusal;
    const format = chooseFormat(context.req.header('accept'));
    return context.body(writeMetrics(await gather(), format), 200, { 'Content-Type': expositionTypes[format] });
  });
}
