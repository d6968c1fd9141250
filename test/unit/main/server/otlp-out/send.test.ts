import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { createSend } from '../../../../../main/server/otlp-out/send.ts';
import type { ExportProtocol } from '../../../../../shared/domain/export-protocol.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

async function startServer(server: Server, scheme = 'http'): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ended.push(() => server.close());
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function createSendTo(protocol: ExportProtocol, url: string, certificateFile: string | null = null) {
  const headers = { authorization: 'Bearer t', 'X-Scope': 'a' };
  const rest = { temporality: 'cumulative', intervalMs: 1_000, certificateFile, resource: {} } as const;
  return createSend({ protocol, url, headers, ...rest });
}

const serve = (listener: RequestListener) => startServer(createServer(listener));

async function readBytes(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('sending over HTTP', () => {
  it('posts the compressed message with its type and the headers', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      void readBytes(request).then((bytes) => {
        const { authorization, 'x-scope': scope, 'content-type': type } = request.headers;
        seen.push([request.method, request.url, authorization, scope, type, gunzipSync(bytes).toString()]);
        response.end();
      });
    });
    expect(await createSendTo('http/json', `${url}/v1/metrics`)(Buffer.from('{}'))).toEqual({ kind: 'sent' });
    expect(seen).toEqual([['POST', '/v1/metrics', 'Bearer t', 'a', 'application/json', '{}']]);
  });

  it.each([
    [400, { kind: 'never', reason: 'HTTP 400' }],
    [500, { kind: 'failed', reason: 'HTTP 500' }],
    [307, { kind: 'never', reason: 'HTTP 307' }],
    [429, { kind: 'later', reason: 'HTTP 429', afterMs: 7_000 }],
    [503, { kind: 'later', reason: 'HTTP 503', afterMs: 7_000 }],
  ])('takes %i for what it means', async (status, outcome) => {
    const url = await serve((_, response) => {
      response.writeHead(status, { 'retry-after': '7', location: '/elsewhere' }).end();
    });
    expect(await createSendTo('http/protobuf', url)(Buffer.from('x'))).toEqual(outcome);
  });

  it('knows when nobody can have taken it, and when somebody may have', async () => {
    const gone = await serve(() => undefined);
    for (const end of ended.splice(0)) end();
    expect(await createSendTo('http/protobuf', gone)(Buffer.from('x'))).toMatchObject({ kind: 'later' });
    const breaking = await serve((request) => void readBytes(request).then(() => request.socket.destroy()));
    expect(await createSendTo('http/protobuf', breaking)(Buffer.from('x'))).toMatchObject({ kind: 'unknown' });
  });
});

describe('sending over gRPC', () => {
  async function serveGrpc(answer: (stream: http2.ServerHttp2Stream) => void) {
    const seen: unknown[] = [];
    const server = http2.createServer();
    server.on('stream', (stream, headers) => {
      stream.on('error', () => undefined);
      void readBytes(stream).then((bytes) => {
        seen.push([
          headers[':path'],
          headers['content-type'],
          headers['x-scope'],
          headers['te'],
          bytes.toString('hex'),
        ]);
        answer(stream);
      });
    });
    return { seen, url: await startServer(server) };
  }

  it('makes a call of the collector’s service', async () => {
    const { seen, url } = await serveGrpc((stream) => {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      stream.end(Buffer.alloc(5));
    });
    expect(await createSendTo('grpc', url)(Buffer.from('ab'))).toEqual({ kind: 'sent' });
    const path = '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export';
    expect(seen).toEqual([[path, 'application/grpc', 'a', 'trailers', '00000000026162']]);
  });

  it.each([
    ['14', { kind: 'later', reason: 'gRPC 14', afterMs: null }],
    ['13', { kind: 'failed', reason: 'gRPC 13' }],
    ['16', { kind: 'never', reason: 'gRPC 16' }],
  ])('takes status %s for what it means', async (status, outcome) => {
    const { url } = await serveGrpc((stream) => {
      stream.respond({ ':status': 200, 'grpc-status': status }, { endStream: true });
    });
    expect(await createSendTo('grpc', url)(Buffer.from('x'))).toEqual(outcome);
  });

  it('knows that nobody was there, and that a call broke', async () => {
    const { url } = await serveGrpc((stream) => stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR));
    expect(await createSendTo('grpc', url)(Buffer.from('x'))).toMatchObject({ kind: 'unknown' });
    expect(await createSendTo('grpc', 'http://127.0.0.1:1')(Buffer.from('x'))).toMatchObject({ kind: 'later' });
  });
});

describe('sending to a collector with an authority of its own', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'collector' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const file = join(newFolder(), 'authority.pem');
  writeFileSync(file, cert);
  const start = async (protocol: ExportProtocol): Promise<string> => {
    if (protocol !== 'grpc') {
      const listener: RequestListener = (request, response) => void readBytes(request).then(() => response.end());
      return startServer(https.createServer({ key, cert }, listener), 'https');
    }
    const server = http2.createSecureServer({ key, cert });
    server.on('stream', (stream) => {
      stream.on('error', () => undefined);
      stream.respond({ ':status': 200, 'grpc-status': '0' }, { endStream: true });
    });
    server.on('sessionError', () => undefined);
    return startServer(server, 'https');
  };

  it.each(['http/protobuf', 'http/json', 'grpc'] as const)(
    '%s: only where that authority is known',
    async (protocol) => {
      const url = await start(protocol);
      expect(await createSendTo(protocol, url, file)(Buffer.from('x'))).toEqual({ kind: 'sent' });
      // Nothing was handed over, so nothing is lost: it is sent once the authority is known.
      expect(await createSendTo(protocol, url)(Buffer.from('x'))).toMatchObject({ kind: 'later' });
      const missing = await createSendTo(protocol, url, join(newFolder(), 'none.pem'))(Buffer.from('x'));
      expect(missing).toEqual({ kind: 'later', reason: 'ENOENT', afterMs: null });
    },
  );
});
