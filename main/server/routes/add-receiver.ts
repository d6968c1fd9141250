import { apiPatterns } from '../../../shared/activity/api-patterns.ts';
import { createActivityTables } from '../../../shared/activity/activity-tables.ts';
import { readApiEvents, readSiteEvents } from '../../../shared/activity/read-events.ts';
import type { ActivityRow } from '../../../shared/domain/activity.ts';
import type { ActivitySettings } from '../../../shared/settings/activity-settings.ts';
import { decidePermission } from '../access/permission.ts';
import { createRateLimit, type RateLimit } from '../access/rate-limit.ts';
import {
  addressOf,
  describeRefusal,
  describeRequest,
  isFromLocal,
  type HttpApp,
  type HttpAppOptions,
  type ServerContext,
} from '../http/http-context.ts';
import { readBody } from '../http/read-body.ts';
import { corsHeaders, isExtensionOrigin, isFromThisMachine, receiverPaths } from '../receiver/check-sender.ts';

type Status = 200 | 400 | 401 | 403 | 404 | 413 | 429 | 503;

/**
 * Adds the receiver of browser extensions, with the paths, answers and limits of ai-cost-observer's agent
 * (`http_receiver.py` in https://github.com/qveys/LiteLLM-Companion), so that its extension works, too. Off unless the
 * person has switched it on. A token of the scope `ingest` is needed, unless another switch lets extensions on this
 * machine do without. Only numbers about listed sites and APIs are kept; everything else, prompts above all, is dropped
 * with the body.
 */
export function addReceiver(app: HttpApp, options: HttpAppOptions): void {
  const { host, nowMs, audit } = options;
  const settings = (): ActivitySettings => host.settings.get().activity;
  const limit = createRateLimit(() => settings().postsPerMinute);
  const respond: Respond = (context, status, body, more = {}) => {
    const origin = context.req.header('origin');
    const headers = isExtensionOrigin(origin) ? { ...corsHeaders, 'Access-Control-Allow-Origin': origin! } : {};
    return context.json(body, status, { 'Cache-Control': 'no-store', ...headers, ...more });
  };
  const refuse: Refuse = (context, status, error, headers) => {
    audit.info(describeRefusal(error, context));
    return respond(context, status, { error }, headers);
  };
  const findRefusal = (context: ServerContext): Response | null => {
    if (!settings().receiver) return refuse(context, 404, 'receiver-off');
    const isUnpaired =
      settings().unpairedExtension && isFromLocal(context, options) && isFromThisMachine(addressOf(context));
    const rules = { isLocal: options.isLocal, readingNeedsToken: true };
    const permission = decidePermission('ingest', context.get('token'), rules);
    if (permission === 'granted' || (permission === 'needs-token' && isUnpaired)) return null;
    return refuse(context, permission === 'needs-token' ? 401 : 403, permission);
  };
  const receive: Receive = (context, read, count) =>
    receiveEvents(context, { ...options, settings, limit, findRefusal, refuse, respond, read, count });

  const [health, config, browser, tokens] = receiverPaths;
  for (const path of receiverPaths)
    app.options(path, (context) => respond(context, settings().receiver ? 200 : 404, {}));
  app.get(health, (context) =>
    settings().receiver ? respond(context, 200, { status: 'healthy' }) : refuse(context, 404, 'receiver-off'),
  );
  app.get(config, (context) => findRefusal(context) ?? respond(context, 200, toExtensionConfig(settings())));
  app.post(browser, (context) =>
    receive(
      context,
      (events) => readSiteEvents(events, createActivityTables(settings()).sites, nowMs()),
      (events) => events.length,
    ),
  );
  app.post(tokens, (context) =>
    receive(
      context,
      (events) => readApiEvents(events, nowMs()),
      (events) => events.filter(isIntercept).length,
    ),
  );
}

type Headers = Readonly<Record<string, string>>;
type Respond = (context: ServerContext, status: Status, body: object, headers?: Headers) => Response;
type Refuse = (context: ServerContext, status: Status, error: string, headers?: Headers) => Response;
type Receive = (
  context: ServerContext,
  read: ReadEvents,
  count: (events: readonly unknown[]) => number,
) => Promise<Response>;
type ReadEvents = (events: readonly unknown[]) => readonly ActivityRow[];

/** Keeps the events of a request, if it may send them and stays within the limits. */
async function receiveEvents(
  context: ServerContext,
  options: Pick<HttpAppOptions, 'keepActivity' | 'logger' | 'nowMs' | 'audit'> & {
    readonly settings: () => ActivitySettings;
    readonly limit: RateLimit;
    readonly findRefusal: (context: ServerContext) => Response | null;
    readonly refuse: Refuse;
    readonly respond: Respond;
    readonly read: ReadEvents;
    readonly count: (events: readonly unknown[]) => number;
  },
): Promise<Response> {
  const { refuse, settings } = options;
  const refusal = options.findRefusal(context);
  if (refusal !== null) return refusal;
  const exceeded = options.limit(addressOf(context), options.nowMs());
  if (exceeded !== null) {
    return refuse(context, 429, 'too-many-requests', { 'Retry-After': String(exceeded.retryAfterSeconds) });
  }
  const body = await readBody(context.req.raw, settings().maxKilobytes * 1024);
  if (!body.ok) return refuse(context, body.error === 'too-large' ? 413 : 400, body.error);
  const parsed = parseEvents(body.value.toString('utf8'), settings().maxEvents);
  if (typeof parsed === 'string') return refuse(context, 400, parsed);
  const { events, batch } = parsed;
  try {
    await options.keepActivity(options.read(events), batch);
  } catch (error) {
    options.logger.warn(`what an extension sent could not be kept: ${String(error)}`);
    return refuse(context, 503, 'not-kept');
  }
  options.audit.info(describeRequest(context));
  return options.respond(context, 200, { status: 'ok', processed: options.count(events) });
}

/** What an extension needs to know: the domains, the APIs, and dollars an hour by domain. */
function toExtensionConfig(settings: ActivitySettings) {
  const { sites } = createActivityTables(settings);
  return {
    domains: sites.map(({ domain }) => domain),
    api_patterns: apiPatterns,
    cost_rates: Object.fromEntries(sites.map(({ domain, usdPerHour }) => [domain, usdPerHour ?? 0])),
  };
}

function isIntercept(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && event.type === 'api_intercept';
}

/** What a request holds. Our own extension gives each batch an id, so that a batch that is sent twice is recognised. */
interface Sent {
  readonly events: readonly unknown[];
  readonly batch: string | null;
}

const batchPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The events of a body, or why there are none. */
function parseEvents(text: string, max: number): Sent | 'not-json' | 'no-events' | 'too-many-events' {
  try {
    const body: unknown = JSON.parse(text);
    const { events, batch } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<
      Record<string, unknown>
    >;
    if (!Array.isArray(events)) return 'no-events';
    if (events.length > max) return 'too-many-events';
    return { events, batch: typeof batch === 'string' && batchPattern.test(batch) ? batch : null };
  } catch {
    return 'not-json';
  }
}
