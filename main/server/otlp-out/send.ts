import { readFile } from 'node:fs/promises';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { secondMs } from '../../../shared/domain/instant.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import type { ExportTarget } from './resolve-export.ts';

/**
 * The outcome of a message. `later`: not accepted, retry. `never`: the receiver refused it. `failed`: the receiver
 * failed permanently, perhaps after accepting it. `unknown`: sent, but never answered.
 */
export type ExportOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly reason: string; readonly afterMs: number | null }
  | { readonly kind: 'never' | 'failed' | 'unknown'; readonly reason: string };

/** Sends one message. Never rejects. */
export type SendExport = (body: Uint8Array) => Promise<ExportOutcome>;

const texts = createMessages().server.otlpExport;
const compress = promisify(gzip);
const timeoutMs = 10 * secondMs;
const grpcPath = '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export';
/** https://opentelemetry.io/docs/specs/otlp/#failures-1 */
const retryableStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS. */
const retryableCodes: ReadonlySet<number> = new Set([1, 4, 8, 10, 11, 14, 15]);
/** UNKNOWN, INTERNAL. */
const failedCodes: ReadonlySet<number> = new Set([2, 13]);

/** Builds the sender to a collector. The connection is not kept open between messages, and no redirect is followed. */
export function createSend(target: ExportTarget): SendExport {
  return target.protocol === 'grpc' ? (body) => sendGrpc(target, body) : (body) => sendHttp(target, body);
}

async function readAuthority({ certificateFile }: ExportTarget): Promise<{ readonly ca?: Buffer }> {
  return certificateFile === null ? {} : { ca: await readFile(certificateFile) };
}

async function sendHttp(target: ExportTarget, body: Uint8Array): Promise<ExportOutcome> {
  let isWritten = false;
  try {
    const [packed, authority] = await Promise.all([compress(body), readAuthority(target)]);
    const type = target.protocol === 'http/json' ? 'application/json' : 'application/x-protobuf';
    const { promise, resolve, reject } = createDeferred();
    const request = (target.url.startsWith('https:') ? https : http).request(target.url, {
      ...{ ...authority, method: 'POST', agent: false, signal: AbortSignal.timeout(timeoutMs) },
      headers: {
        ...{ 'user-agent': 'Fuelgauge', 'content-type': type, 'content-encoding': 'gzip' },
        ...{ ...target.headers, 'content-length': packed.length, connection: 'close' },
      },
    });
    request.on('finish', () => (isWritten = true));
    request.on('error', reject);
    request.on('response', ({ statusCode = 0, headers }) => {
      resolve(toHttpOutcome(statusCode, headers['retry-after']));
      request.destroy();
    });
    request.end(packed);
    return await promise;
  } catch (error) {
    return toBroken(error, isWritten);
  }
}

function toHttpOutcome(status: number, retryAfter: string | undefined): ExportOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = texts.httpStatus(status);
  if (!retryableStatuses.has(status)) return { kind: status < 500 ? 'never' : 'failed', reason };
  const seconds = Number(retryAfter);
  return { kind: 'later', reason, afterMs: seconds > 0 ? seconds * secondMs : null };
}

/** A unary call of gRPC: a message with a prefix of five bytes. https://grpc.io/docs/what-is-grpc/core-concepts/ */
async function sendGrpc(target: ExportTarget, body: Uint8Array): Promise<ExportOutcome> {
  let isWritten = false;
  let session: http2.ClientHttp2Session | null = null;
  try {
    const { promise, resolve, reject } = createDeferred();
    session = http2.connect(target.url, await readAuthority(target));
    const timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs);
    void promise.finally(() => clearTimeout(timer)).catch(() => undefined);
    session.on('error', reject);
    const stream = session.request({
      ...Object.fromEntries(Object.entries(target.headers).map(([name, value]) => [name.toLowerCase(), value])),
      ...{ ':method': 'POST', ':path': grpcPath, 'content-type': 'application/grpc', te: 'trailers' },
    });
    const settle = (headers: http2.IncomingHttpHeaders): void => {
      if (headers['grpc-status'] !== undefined) resolve(toGrpcOutcome(Number(headers['grpc-status'])));
    };
    stream.on('response', (headers) => {
      const status = headers[':status'] ?? 0;
      if (status === 200) settle(headers);
      else resolve(toHttpOutcome(status, undefined));
    });
    stream.on('trailers', settle);
    stream.on('error', reject);
    stream.on('close', () => reject(new Error('no status')));
    stream.resume();
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(body.length, 1);
    stream.end(Buffer.concat([prefix, body]), () => (isWritten = true));
    return await promise;
  } catch (error) {
    return toBroken(error, isWritten);
  } finally {
    session?.destroy();
  }
}

function createDeferred() {
  let [resolve, reject]: [(outcome: ExportOutcome) => void, (error: unknown) => void] = [() => {}, () => {}];
  const promise = new Promise<ExportOutcome>((onDone, onFailed) => ([resolve, reject] = [onDone, onFailed]));
  return { promise, resolve, reject };
}

function toGrpcOutcome(code: number): ExportOutcome {
  if (code === 0) return { kind: 'sent' };
  const reason = texts.grpcStatus(code);
  if (retryableCodes.has(code)) return { kind: 'later', reason, afterMs: null };
  return { kind: failedCodes.has(code) ? 'failed' : 'never', reason };
}

/** A message that was not sent in full cannot have been accepted. */
function toBroken(error: unknown, isWritten: boolean): ExportOutcome {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code ?? message;
  const isRefused = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH';
  return isWritten && !isRefused ? { kind: 'unknown', reason } : { kind: 'later', reason, afterMs: null };
}
