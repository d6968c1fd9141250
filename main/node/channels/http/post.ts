import { secondMs } from '../../../../shared/domain/instant.ts';
import { failFor, type SendOutcome } from '../../../../shared/ports/message-channel.ts';
import { exchangeOnce, parseAddress, type Answered } from './exchange.ts';
import { resolveHost, toPlainErrorCode, type Lookup } from './resolve-host.ts';
import { parseRetryAfter } from './retry-after.ts';

/** One request: where to, and what. */
export interface PostRequest {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** The person allowed private addresses for this channel. */
  readonly allowsPrivate: boolean;
}

/** Posts once. Never rejects. */
export type Post = (request: PostRequest) => Promise<SendOutcome>;

/** What posting needs; tests pass their own. */
export interface PostOptions {
  readonly nowMs: () => number;
  readonly lookup?: Lookup;
  /** From the first byte to the last; 10 seconds by default. */
  readonly timeoutMs?: number;
}

const maxAnswerBytes = 64 * 1024;
const maxRedirects = 3;

/**
 * Builds a `Post` with the protections that every channel needs: HTTPS beyond this machine, no private address that the
 * person did not allow, the checked address is the one connected to, no redirect to another host, a limit of time and of
 * size, no proxy, no cookies, nothing kept open.
 */
export function createPost(options: PostOptions): Post {
  return (request) => post(request, options, 0);
}

async function post(request: PostRequest, options: PostOptions, redirects: number): Promise<SendOutcome> {
  const url = parseAddress(request.address);
  if (url === null) return failFor({ kind: 'bad-address' });
  const host = await resolveHost(url.hostname, request.allowsPrivate, options.lookup);
  if (!host.ok) return failFor(host.error, host.error.kind === 'unreachable' ? 'later' : 'never');
  if (url.protocol !== 'https:' && !host.value.isLoopback) return failFor({ kind: 'insecure-address' });
  const timeoutMs = options.timeoutMs ?? 10 * secondMs;
  const exchange = await exchangeOnce(url, host.value, { method: 'POST', ...request, timeoutMs, maxAnswerBytes });
  if ('error' in exchange) return toBroken(exchange.error, exchange.isHandedOver);
  const next = toSameHost(url, exchange);
  if (next === null) return toOutcome(exchange, options.nowMs());
  return redirects < maxRedirects
    ? post({ ...request, address: next }, options, redirects + 1)
    : failFor({ kind: 'redirected' });
}

/** The address on the same host to which a 307 or 308 points; others would change the request, and are not followed. */
function toSameHost(url: URL, { status, headers: { location } }: Answered): string | null {
  if ((status !== 307 && status !== 308) || location === undefined || !URL.canParse(location, url.href)) return null;
  const next = new URL(location, url);
  return next.origin === url.origin ? next.href : null;
}

const retryableStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503]);

function toOutcome({ status, headers, body }: Answered, nowMs: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 300 && status < 400) return failFor({ kind: 'redirected' });
  const failure = { kind: 'refused', status } as const;
  // A gateway gave up waiting for the server behind it, which may still be processing.
  if (status === 504) return failFor(failure, 'unknown');
  if (!retryableStatuses.has(status)) return failFor(failure);
  return failFor(failure, 'later', parseRetryAfter(headers['retry-after'], body, nowMs));
}

/** A request that ended without an answer: a request that was not sent in full cannot have been accepted. */
function toBroken(error: Error, isHandedOver: boolean): SendOutcome {
  const isTimeout = error.name === 'AbortError' || error.name === 'TimeoutError';
  if (isHandedOver) return failFor({ kind: isTimeout ? 'timed-out' : 'unanswered' }, 'unknown');
  return failFor(isTimeout ? { kind: 'timed-out' } : { kind: 'unreachable', code: toPlainErrorCode(error) }, 'later');
}
