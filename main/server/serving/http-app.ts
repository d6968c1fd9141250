import { Hono } from 'hono';
import { CallError } from '../../../shared/domain/call-failure.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';
import { addAccess } from '../routes/add-access.ts';
import { addApi } from '../routes/add-api.ts';
import { addMetrics } from '../routes/add-metrics.ts';
import { addOtlp } from '../routes/add-otlp.ts';
import { addProxy } from '../routes/add-proxy.ts';
import { addPush } from '../routes/add-push.ts';
import { addReceiver } from '../routes/add-receiver.ts';
import { addWeb } from '../routes/add-web.ts';
import { findForeign, isListedOrigin } from '../access/foreign-request.ts';
import { decidePermission, parseBearer } from '../access/permission.ts';
import { createRateLimit, type RateLimit } from '../access/rate-limit.ts';
import { protectingHeaders } from '../access/response-headers.ts';
import { createAnswerCache, type AnswerCache } from '../api/answer-cache.ts';
import { respondProblem, toCallProblem, toProblemDetails } from '../api/problem-details.ts';
import type { HttpHandlers } from '../http/listen.ts';
import { createQuickAnswers } from '../http/quick-answers.ts';
import { createMetricsGatherer } from './gather-metrics.ts';
import { hasReadLogs } from './has-read-logs.ts';
import { isExtensionOrigin, isReceiverPath } from '../receiver/check-sender.ts';
import {
  addressOf,
  describeRefusal,
  isFromLocal,
  type HttpApp,
  type HttpAppOptions,
  type RequireScope,
  type ServerContext,
} from '../http/http-context.ts';

/** What a page of a listed origin may send. */
const readMethods = ['GET', 'HEAD'];
const readHeaders = ['Authorization', 'If-None-Match', 'Last-Event-ID'];

/** Builds everything that is served. */
export function createHttpHandlers(options: HttpAppOptions): HttpHandlers {
  const { settings, nowMs, host } = options;
  const limit = createRateLimit(() => settings().requestsPerMinute);
  const cache = createAnswerCache({ nowMs, revision: () => host.view.current().revision });
  return {
    app: createHttpApp({ ...options, limit, cache }),
    quick: createQuickAnswers({ ...options, limit, cache }),
  };
}

/** Answers a request with a problem, and notes that in the audit log. */
type Refuse = (context: ServerContext, ...problem: Parameters<typeof toProblemDetails>) => Response;

/** Never answers with anything but its own responses, whatever the request is. */
function createHttpApp(options: HttpAppOptions & { readonly limit: RateLimit; readonly cache: AnswerCache }): HttpApp {
  const { audit, logger, host } = options;
  const app: HttpApp = new Hono();
  const refuse: Refuse = (context, ...problem) => {
    audit.info(describeRefusal(problem[0], context));
    return respondProblem(toProblemDetails(...problem));
  };

  addGate(app, options, refuse);
  app.get('/healthz', (context) => context.text('ok\n'));
  app.get('/readyz', (context) => {
    const { scan } = host.view.current().sections;
    return context.text(`${scan.phase}\n`, hasReadLogs(scan) ? 200 : 503);
  });
  const requireScope = createScopeCheck(options, refuse);
  addWeb(app, options.pages);
  addAccess(app, options);
  addApi(app, { ...options, requireScope });
  addMetrics(app, createMetricsGatherer(options), requireScope);
  addOtlp(app, { ...options, requireScope });
  addProxy(app, { ...options, requireScope });
  addPush(app, { ...options, requireScope });
  addReceiver(app, options);
  app.notFound(({ req }) => respondMissing(app, req.path));
  app.onError((error) => {
    // Not the request's fault: the engine has ended or is restarting.
    if (error instanceof CallError && error.failure.kind === 'engine-stopped') {
      return respondProblem(toCallProblem(error.failure));
    }
    logger.error('a request failed', error);
    return respondProblem(toProblemDetails('failed'));
  });
  return app;
}

/** Protects every answer, and lets no request in that is foreign or one too many. Finds out whose token it has. */
function addGate(app: HttpApp, options: HttpAppOptions & { readonly limit: RateLimit }, refuse: Refuse): void {
  const { settings, limit, nowMs } = options;
  app.use(async (context, next) => {
    await next();
    protect(context, settings());
  });
  app.use(async (context, next) => {
    const foreign = findForeign(toOrigin(context), settings());
    if (foreign === 'host' || (foreign === 'origin' && !isExtension(context)))
      return refuse(context, foreign === 'host' ? 'foreign-host' : 'foreign-origin');
    const exceeded = limit(addressOf(context), nowMs());
    if (exceeded !== null) {
      const headers = { 'Retry-After': String(exceeded.retryAfterSeconds) };
      return respondProblem(toProblemDetails('too-many-requests'), headers);
    }
    const preflight = answerPreflight(context, settings());
    if (preflight !== null) return preflight;
    const text = parseBearer(context.req.header('authorization'));
    context.set('token', text === null ? null : await options.verifyToken(text));
    await next();
    return undefined;
  });
}

/** Builds the check whether a request's token permits a scope. */
function createScopeCheck(options: HttpAppOptions, refuse: Refuse): RequireScope {
  return (context, scope) => {
    const rules = { isLocal: isFromLocal(context, options), readingNeedsToken: options.settings().readingNeedsToken };
    const permission = decidePermission(scope, context.get('token'), rules);
    if (permission === 'granted') return null;
    const response = refuse(context, permission);
    if (permission === 'needs-token') response.headers.set('WWW-Authenticate', 'Bearer');
    return response;
  };
}

/** 404 for an unknown path, 405 for an unsupported method. */
function respondMissing(app: HttpApp, path: string): Response {
  const methods = app.routes
    .filter((route) => route.path === path && route.method !== 'ALL')
    .map(({ method }) => method);
  if (methods.length === 0) return respondProblem(toProblemDetails('not-found'));
  const allowed = methods.includes('GET') ? ['GET', 'HEAD', ...methods] : methods;
  return respondProblem(toProblemDetails('method-not-allowed'), { Allow: [...new Set(allowed)].join(', ') });
}

/**
 * Answers the preflight request of a page of a listed origin; null when the request is not one. Such pages may only
 * read. https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function answerPreflight(context: ServerContext, settings: ServerSettings): Response | null {
  const origin = context.req.header('origin') ?? '';
  const isPreflight = context.req.method === 'OPTIONS' && context.req.header('access-control-request-method');
  if (!isPreflight || !isListedOrigin(origin, settings)) return null;
  return context.body(null, 204, {
    'Access-Control-Allow-Methods': readMethods.join(),
    'Access-Control-Allow-Headers': readHeaders.join(),
    'Access-Control-Max-Age': '600',
  });
}

/** Extensions use the receiver, and nothing else. */
function isExtension({ req }: ServerContext): boolean {
  return isReceiverPath(req.path) && isExtensionOrigin(req.header('origin'));
}

function protect(context: ServerContext, settings: ServerSettings): void {
  const { headers } = context.res;
  for (const [name, value] of Object.entries(protectingHeaders)) {
    // A page has a policy of its own.
    if (!headers.has(name)) headers.set(name, value);
  }
  headers.append('Vary', 'Origin');
  const origin = context.req.header('origin');
  const isListed = origin !== undefined && isListedOrigin(origin, settings);
  headers.set('Cross-Origin-Resource-Policy', isListed ? 'cross-origin' : 'same-origin');
  if (isListed) headers.set('Access-Control-Allow-Origin', origin);
}

function toOrigin({ req }: ServerContext) {
  return { host: req.header('host'), origin: req.header('origin'), fetchSite: req.header('sec-fetch-site') };
}
