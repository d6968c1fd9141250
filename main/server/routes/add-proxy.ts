import type { ProxyReading } from '../../../shared/sources/usage-proxy.ts';
import { respondProblem, toProblemDetails } from '../api/problem-details.ts';
import { describeRequest, type HttpApp, type HttpAppOptions, type RequireScope } from '../http/http-context.ts';
import { proxySources } from '../proxy/pull-proxy.ts';
import { keepReceived } from './keep-received.ts';
import { readBody } from '../http/read-body.ts';

/**
 * Adds what proxies post to: `/v1/proxy/<source>/callback` for each response, `/v1/proxy/<source>/webhook` for budgets.
 * A body also holds prompts and answers: only usage and names are read from it, and it is dropped before anything is
 * stored.
 */
export function addProxy(app: HttpApp, options: HttpAppOptions & { readonly requireScope: RequireScope }): void {
  const add = (path: string, source: string, read: (text: string) => ProxyReading | null): void => {
    app.post(path, async (context) => {
      const refusal = options.requireScope(context, 'ingest');
      if (refusal !== null) return refusal;
      const body = await readBody(context.req.raw, options.settings().maxBodyKilobytes * 1024);
      if (!body.ok) return respondProblem(toProblemDetails(body.error));
      const reading = read(body.value.toString('utf8'));
      if (reading === null) return respondProblem(toProblemDetails('not-json'));
      const { isCounted } = options.host.settings.get().proxy;
      const failure = await keepReceived(() => options.proxies.add(source, reading, isCounted), options.logger);
      if (failure !== null) return failure;
      options.audit.info(describeRequest(context));
      return context.json({ status: 'ok' }, 200);
    });
  };
  for (const { id, proxy } of proxySources) {
    add(`/v1/proxy/${id}/callback`, id, proxy.readCallback);
    add(`/v1/proxy/${id}/webhook`, id, proxy.readWebhook);
  }
}
