import http from 'node:http';
import https from 'node:https';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { failFor, type SendOutcome } from '../../../../shared/ports/message-channel.ts';
import { resolveHost, toErrorCode, type HostAddress, type Lookup } from './resolve-host.ts';
import { parseRetryAfter } from './retry-after.ts';

/** One request: where to, and what. */
export interface PostRequest {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** The person allowed private addresses for this channel. */
  readonly allowsPrivate: boolean;
}

/** Posts once. Never rejects. */
export type Post = (request: PostRequest) => Promise<SendOutcome>;

/** What posting needs; tests give their own. */
export interface PostOptions {
  readonly nowMs: () => number;
  readonly lookup?: Lookup;
  /** From the first byte to the last; 10 seconds by default. */
  readonly timeoutMs?: number;
}

const maxAnswerBytes = 64 * 1024;
const maxRedirects = 3;

/** What came back: a status with the start of its body, or how the request ended without one. */
type Exchange = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string };

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
  const exchange = await exchangeOnce(url, host.value, request, options.timeoutMs ?? 10 * secondMs);
  if (!('status' in exchange)) return exchange;
  const next = toSameHost(url, exchange);
  if (next === null) return toOutcome(exchange, options.nowMs());
  return redirects < maxRedirects
    ? post({ ...request, address: next }, options, redirects + 1)
    : failFor({ kind: 'redirected' });
}

function parseAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
}

/** The address on the same host to which a 307 or 308 points; others would change the request, and are not followed. */
function toSameHost(url: URL, { status, headers: { location } }: Exchange): string | null {
  if ((status !== 307 && status !== 308) || location === undefined || !URL.canParse(location, url.href)) return null;
  const next = new URL(location, url);
  return next.origin === url.origin ? next.href : null;
}

const retryableStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503]);

function toOutcome({ status, headers, body }: Exchange, nowMs: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 300 && status < 400) return failFor({ kind: 'redirected' });
  const failure = { kind: 'refused', status } as const;
  // A gateway gave up waiting for the server behind it, which may still be at work.
  if (status === 504) return failFor(failure, 'unknown');
  if (!retryableStatuses.has(status)) return failFor(failure);
  return failFor(failure, 'later', parseRetryAfter(headers['retry-after'], body, nowMs));
}

function exchangeOnce(
  url: URL,
  { address, family }: HostAddress,
  { headers, body }: PostRequest,
  timeoutMs: number,
): Promise<Exchange | SendOutcome> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const isSecure = url.protocol === 'https:';
    let isConnected = false;
    let isWritten = false;
    let fail = (error: Error): void => resolve(toBroken(error, isConnected && isWritten));
    const request = (isSecure ? https : http).request(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': 'Fuelgauge', ...headers, 'content-length': bytes.length, connection: 'close' },
      // Whatever the name means by now: this is the address that was checked. Certificates are checked by the name.
      lookup: (_host, { all }, callback) =>
        all === true ? callback(null, [{ address, family }]) : callback(null, address, family),
    });
    request.on('socket', (socket) => socket.on(isSecure ? 'secureConnect' : 'connect', () => (isConnected = true)));
    request.on('finish', () => (isWritten = true));
    request.on('error', (error) => fail(error));
    request.on('response', (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      void readStart(response).then((start) => {
        resolve({ status, headers: answered, body: start });
        request.destroy();
      });
      // The server has decided: what is wrong with the rest of its answer changes nothing.
      fail = () => undefined;
    });
    request.end(bytes);
  });
}

/** The start of an answer, or as much of it as arrives. */
async function readStart(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxAnswerBytes) break;
      chunks.push(chunk);
    }
  } catch {
    // Cut off, or too slow.
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A request that ended without an answer: what was not sent in full cannot have been taken. */
function toBroken(error: Error, isHandedOver: boolean): SendOutcome {
  const isTimeout = error.name === 'AbortError' || error.name === 'TimeoutError';
  if (isHandedOver) return failFor({ kind: isTimeout ? 'timed-out' : 'unanswered' }, 'unknown');
  return failFor(isTimeout ? { kind: 'timed-out' } : { kind: 'unreachable', code: toErrorCode(error) }, 'later');
}
