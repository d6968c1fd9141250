import { parseJsonAs } from '../../../shared/lib/parse-json.ts';
import { pushSubscriptionSchema } from '../../../shared/settings/push-secret.ts';
import type { StoredToken } from '../../node/host/access/token-file.ts';
import { pushPath, subscribePath, unsubscribePath } from '../api/push-operations.ts';
import { respondProblem, toProblemDetails } from '../api/problem-details.ts';
import {
  describeRefusal,
  describeRequest,
  type HttpApp,
  type HttpAppOptions,
  type RequireScope,
  type ServerContext,
} from '../http/http-context.ts';
import { readBody } from '../http/read-body.ts';

const maxBytes = 8_192;
const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/**
 * Adds web push for the browser that asks. Its token identifies it, so it needs one even on loopback; read access is
 * enough, since the page shows the same alerts.
 */
export function addPush(app: HttpApp, options: HttpAppOptions & { readonly requireScope: RequireScope }): void {
  const { push } = options.host;
  /** The token of the request, or the response that refuses it. */
  const admit = (context: ServerContext): StoredToken | Response => {
    const token = context.get('token') ?? null;
    const refusal = options.requireScope(context, 'read');
    if (refusal !== null) return refusal;
    if (token !== null) return token;
    options.audit.info(describeRefusal('needs-token', context));
    return respondProblem(toProblemDetails('needs-token'), { 'WWW-Authenticate': 'Bearer' });
  };
  const answer = (context: ServerContext, isSubscribed: boolean): Response =>
    context.body(JSON.stringify({ schema: 'fuelgauge.subscribed.v1', isSubscribed }), 200, json);

  app.get(pushPath, async (context) => {
    const token = admit(context);
    if (token instanceof Response) return token;
    const key = await push.publicKey();
    if (!key.ok) return respondProblem(toProblemDetails('unavailable'));
    const isSubscribed = push.isSubscribed(token.id);
    return context.body(JSON.stringify({ schema: 'fuelgauge.push.v1', publicKey: key.value, isSubscribed }), 200, json);
  });
  app.post(subscribePath, async (context) => {
    const token = admit(context);
    if (token instanceof Response) return token;
    options.audit.info(describeRequest(context));
    const body = await readBody(context.req.raw, maxBytes);
    if (!body.ok) return respondProblem(toProblemDetails(body.error));
    const subscription = parseJsonAs(pushSubscriptionSchema, body.value.toString('utf8'));
    if (subscription === null) return respondProblem(toProblemDetails('invalid-argument'));
    const done = await push.subscribe(token.id, subscription);
    if (done.ok) return answer(context, true);
    return respondProblem({ ...toProblemDetails('not-done'), error: { kind: done.error } });
  });
  app.post(unsubscribePath, async (context) => {
    const token = admit(context);
    if (token instanceof Response) return token;
    options.audit.info(describeRequest(context));
    await push.unsubscribe(token.id);
    return answer(context, false);
  });
}
