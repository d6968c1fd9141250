import type { IncomingMessage, ServerResponse } from 'node:http';
import { findForeign } from '../access/foreign-request.ts';
import { isForwarded, isSentToLoopback } from '../access/forwarded.ts';
import { decidePermission } from '../access/permission.ts';
import type { RateLimit } from '../access/rate-limit.ts';
import { protectingHeaders, revalidated } from '../access/response-headers.ts';
import type { AnswerCache } from '../api/answer-cache.ts';
import { isHeld, type WrittenAnswer } from '../api/envelope.ts';
import type { HttpAppOptions } from './http-context.ts';

/** Answers a request at once if it can; false leaves it, untouched, to the app. */
export type QuickAnswers = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Builds the fast path for what many pages and scrapers ask all the time: a query without a token, from a program or a
 * page of this server, whose answer is held already. It decides by the same rules as the app and sends the same headers;
 * anything else is left to the app.
 */
export function createQuickAnswers(
  options: Pick<HttpAppOptions, 'settings' | 'isLocal' | 'nowMs'> & {
    readonly limit: RateLimit;
    readonly cache: Pick<AnswerCache, 'peek'>;
  },
): QuickAnswers {
  const { settings, isLocal, limit, nowMs, cache } = options;
  const isOpen = (): boolean => {
    const { readingNeedsToken } = settings();
    return decidePermission('read', null, { isLocal, readingNeedsToken }) === 'granted';
  };
  const isKnownHost = createHostMemory(settings);
  return (request, response) => {
    const { method, url = '', headers, socket } = request;
    if (method !== 'GET' || headers.authorization !== undefined || headers.origin !== undefined) return false;
    if (headers['sec-fetch-site'] === 'cross-site' || hasBody(request) || isForwarded(request)) return false;
    const answer = cache.peek(url);
    if (answer === null || !isOpen() || !isKnownHost(headers.host)) return false;
    if (limit(socket.remoteAddress ?? 'local', nowMs()) !== null) return false;
    const prepared = prepare(answer);
    if (isHeld(headers['if-none-match'], answer.etag)) response.writeHead(304, prepared.held).end();
    else response.writeHead(200, prepared.whole).end(answer.body);
    return true;
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Remembers the last host that was checked, for as long as the settings are the same: nearly all requests name one. */
function createHostMemory(settings: HttpAppOptions['settings']): (host: string | undefined) => boolean {
  let last: { readonly host: string | undefined; readonly places: object; readonly isKnown: boolean } | null = null;
  return (host) => {
    const places = settings();
    if (last?.host !== host || last?.places !== places) {
      const origin = { host, origin: undefined, fetchSite: undefined };
      last = { host, places, isKnown: findForeign(origin, places) === null && isSentToLoopback(host) };
    }
    return last.isKnown;
  };
}

interface Prepared {
  readonly whole: Readonly<Record<string, string | number>>;
  readonly held: Readonly<Record<string, string>>;
}

const prepared = new WeakMap<WrittenAnswer, Prepared>();

/** The headers of an answer, for all who ask for it. */
function prepare(answer: WrittenAnswer): Prepared {
  const known = prepared.get(answer);
  if (known !== undefined) return known;
  const held = {
    ETag: answer.etag,
    'Cache-Control': revalidated,
    ...protectingHeaders,
    Vary: 'Origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const whole = { ...held, 'Content-Type': 'application/json', 'Content-Length': answer.body.length };
  prepared.set(answer, { whole, held });
  return { whole, held };
}
