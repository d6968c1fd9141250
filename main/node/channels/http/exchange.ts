import type { IncomingHttpHeaders, IncomingMessage, request as httpRequest } from 'node:http';
import type { HostAddress } from './resolve-host.ts';

/** What came back: a status with the start of its body. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a request ended without an answer. */
export interface Broken {
  readonly error: Error;
  /** It was sent in full, so that the server may have acted on it. */
  readonly isHandedOver: boolean;
}

/** The request, and how much of the answer to read. */
export interface ExchangeRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Empty for none. */
  readonly body: string | Uint8Array;
  readonly timeoutMs: number;
  /** Bytes beyond this are ignored. */
  readonly maxAnswerBytes: number;
}

/** The address of an `http:` or `https:` URL without a name and password; null for everything else. */
export function parseAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
}

/** One request to an address that was checked. No proxy, no cookies, nothing kept open, no redirect followed. Never rejects. */
export async function exchangeOnce(url: URL, to: HostAddress, asked: ExchangeRequest): Promise<Answered | Broken> {
  // Loaded on demand: `node:http` makes Node evaluate all of undici, a tenth of a command's start.
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  return exchange(request, url, to, asked);
}

function exchange(
  open: typeof httpRequest,
  url: URL,
  { address, family }: HostAddress,
  { method, headers, body, timeoutMs, maxAnswerBytes }: ExchangeRequest,
): Promise<Answered | Broken> {
  return new Promise((resolve) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const isSecure = url.protocol === 'https:';
    let isConnected = false;
    let isWritten = false;
    let fail = (error: Error): void => resolve({ error, isHandedOver: isConnected && isWritten });
    const request = open(url, {
      method,
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'user-agent': 'Fuelgauge',
        ...headers,
        ...(method === 'POST' ? { 'content-length': bytes.length } : {}),
        connection: 'close',
      },
      // Whatever the name resolves to by now: this is the address that was checked. Certificates are checked by the
      // name.
      lookup: (_host, { all }, callback) =>
        all === true ? callback(null, [{ address, family }]) : callback(null, address, family),
    });
    request.on('socket', (socket) => socket.on(isSecure ? 'secureConnect' : 'connect', () => (isConnected = true)));
    request.on('finish', () => (isWritten = true));
    request.on('error', (error) => fail(error));
    request.on('response', (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      void readStart(response, maxAnswerBytes).then((start) => {
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
async function readStart(response: IncomingMessage, maxAnswerBytes: number): Promise<string> {
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
