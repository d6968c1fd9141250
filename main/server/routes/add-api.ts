import { hostContract } from '../../../shared/contract/index.ts';
import { includesScope } from '../../../shared/domain/access-scope.ts';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { toReaderSettings } from '../../../shared/settings/reader-settings.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { revalidated } from '../access/response-headers.ts';
import type { AnswerCache, ComputedAnswer } from '../api/answer-cache.ts';
import { isHeld, toStaleAfterSeconds, writeAnswer } from '../api/envelope.ts';
import { respondEvents } from '../api/event-response.ts';
import { createOpenApi, eventsPath, openApiPath } from '../api/open-api.ts';
import { operations, type Operation } from '../api/operations.ts';
import { respondProblem, toCallProblem, toProblemDetails, type RequestProblem } from '../api/problem-details.ts';
import { readQueryArgument } from '../api/query-argument.ts';
import {
  describeRequest,
  type HttpApp,
  type HttpAppOptions,
  type RequireScope,
  type ServerContext,
} from '../http/http-context.ts';
import { readBody } from '../http/read-body.ts';

interface ApiOptions extends HttpAppOptions {
  readonly cache: AnswerCache;
  readonly requireScope: RequireScope;
}

/** Adds every call of the contract, the live stream, and the document that describes them. */
export function addApi(app: HttpApp, options: ApiOptions): void {
  const { host, stream, requireScope, cache } = options;
  const client = host.clients.connect({ kind: 'stream', isSeen: () => false, send: () => undefined });
  const answering = { calls: hostContract.calls, handlers: host.handlers, ...options };
  host.settings.onChange(cache.clear);
  const answer = async (operation: Operation, context: ServerContext): Promise<ComputedAnswer> => {
    const argument = await readArgument(operation, context, options);
    if (!argument.ok) return { problem: toProblemDetails(argument.error) };
    const answered = await client.answer(answering, operation.name, argument.value);
    if (!answered.ok) return { problem: toCallProblem(answered.error) };
    return toAnswer(operation, toShown(operation, context, answered.value), options);
  };
  for (const operation of operations) {
    app.on(operation.call.method, operation.path, async (context) => {
      const refusal = requireScope(context, operation.scope);
      if (refusal !== null) return refusal;
      if (operation.call.method === 'GET') {
        const { pathname, search } = new URL(context.req.url);
        // Quick answers are the ones that anyone gets without a token.
        const key = (differsForReaders(operation) && isAdmin(context) ? 'admin ' : '') + pathname + search;
        return sendQueried(context, await cache.get(key, () => answer(operation, context)));
      }
      options.audit.info(describeRequest(context));
      const changed = await answer(operation, context);
      cache.clear();
      return sendChanged(context, changed);
    });
  }
  const document = JSON.stringify(createOpenApi());
  app.get(openApiPath, (context) => {
    const json = { 'Content-Type': 'application/json' };
    return requireScope(context, 'read') ?? context.body(document, 200, json);
  });
  app.get(eventsPath, (context) => {
    // Nothing would read the stream, so it would never end.
    if (context.req.method === 'HEAD') return respondProblem(toProblemDetails('method-not-allowed'), { Allow: 'GET' });
    const lastEventId = context.req.header('last-event-id') ?? null;
    const cutOff = (): void => void context.env?.outgoing?.destroy();
    return (
      requireScope(context, 'read') ??
      respondEvents(stream, { lastEventId, reader: context.get('token')?.id ?? null }, cutOff)
    );
  });
}

/** Settings contain secrets: addresses and headers that grant access, and hidden names. */
function differsForReaders({ name }: Operation): boolean {
  return name === 'settings';
}

function isAdmin(context: ServerContext): boolean {
  return includesScope(context.get('token')?.scopes ?? [], 'admin');
}

function toShown(operation: Operation, context: ServerContext, value: unknown): unknown {
  return differsForReaders(operation) && !isAdmin(context) ? toReaderSettings(value as Settings) : value;
}

async function readArgument(
  { call }: Operation,
  context: ServerContext,
  { settings }: ApiOptions,
): Promise<Result<unknown, RequestProblem>> {
  if (call.method === 'GET') return ok(readQueryArgument(call.argument, new URL(context.req.url).searchParams));
  const body = await readBody(context.req.raw, settings().maxBodyKilobytes * 1024);
  if (!body.ok) return body;
  if (body.value.length === 0) return ok(undefined);
  // Browsers send this type across origins only after a preflight request, which is refused.
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? ''))
    return fail('unsupported-media-type');
  const value = parseJson(body.value.toString('utf8'));
  return value === undefined ? fail('not-json') : ok(value);
}

function toAnswer(operation: Operation, value: unknown, options: ApiOptions): ComputedAnswer {
  if (isFailure(value)) return { problem: { ...toProblemDetails('not-done'), error: value.error } };
  return writeAnswer(isSuccess(value) ? value.value : value, {
    schemaName: operation.schemaName,
    nowMs: options.nowMs(),
    staleAfterSeconds: toStaleAfterSeconds(options.host.settings.get()),
  });
}

function sendChanged(context: ServerContext, answer: ComputedAnswer): Response {
  if ('problem' in answer) return respondProblem(answer.problem);
  return context.body(answer.body, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}

function sendQueried(context: ServerContext, answer: ComputedAnswer): Response {
  if ('problem' in answer) return respondProblem(answer.problem);
  const { body, etag } = answer;
  const headers = { ETag: etag, 'Cache-Control': revalidated };
  if (isHeld(context.req.header('if-none-match'), etag)) return context.body(null, 304, headers);
  return context.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
}

function isSuccess(value: unknown): value is { readonly ok: true; readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === true && 'value' in value;
}

function isFailure(value: unknown): value is { readonly ok: false; readonly error: unknown } {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'error' in value;
}
