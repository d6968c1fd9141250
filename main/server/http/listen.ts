import { getRequestListener } from '@hono/node-server';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer, Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { secondMs } from '../../../shared/domain/instant.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Certificate } from '../tls/certificate.ts';
import type { HttpApp } from './http-context.ts';
import type { QuickAnswers } from './quick-answers.ts';

const { cannotListen } = createMessages().server;

/** What is served: the app, and a fast path for answers that are cached. */
export interface HttpHandlers {
  readonly app: HttpApp;
  readonly quick: QuickAnswers;
}

/** A server that accepts connections. */
export interface Listening {
  /** With the port that it got: `http://127.0.0.1:8377`. */
  readonly address: string;
  readonly port: number;
  /** Uses it for new connections. Only for a server that started with TLS. */
  useCertificate(certificate: Certificate): void;
  /** Accepts nothing more, waits briefly for answers in progress, and closes every connection. */
  stop(): Promise<void>;
}

/** Slow senders are cut off after these times. https://nodejs.org/api/http.html#serverheaderstimeout */
const usualLimits: ServerOptions = {
  headersTimeout: 10 * secondMs,
  requestTimeout: 30 * secondMs,
  keepAliveTimeout: 10 * secondMs,
  connectionsCheckingInterval: 5 * secondMs,
  maxHeaderSize: 16 * 1024,
};
const maxConnections = 1_000;
/** A connection on which nothing moves is closed; live streams have heartbeats. */
const idleMs = 60 * secondMs;
const stopMs = 3 * secondMs;

/** Starts to serve. Fails with a sentence where the system does not allow it. */
export async function listen(
  { app, quick }: HttpHandlers,
  place: { readonly host: string; readonly port: number; readonly certificate: Certificate | null },
  limits: ServerOptions = usualLimits,
): Promise<Result<Listening>> {
  const { host, certificate } = place;
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = create(
    (request, response) => {
      if (!quick(request, response)) void listener(request, response);
    },
    certificate,
    limits,
  );
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.maxConnections = maxConnections;
  server.timeout = idleMs;
  const failure = await start(server, place);
  const toAddress = (port: number): string =>
    `${certificate === null ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (failure !== null) return fail(describeFailure(failure, host, toAddress(place.port)));
  const { port } = server.address() as AddressInfo;
  return ok({
    address: toAddress(port),
    port,
    useCertificate(next) {
      if (server instanceof SecureServer) server.setSecureContext(toTls(next));
    },
    stop: () => stop(server, sockets),
  });
}

function create(listener: RequestListener, certificate: Certificate | null, limits: ServerOptions): Server {
  if (certificate === null) return createServer(limits, listener);
  return createSecureServer({ ...limits, ...toTls(certificate) }, listener);
}

function toTls({ certificate, privateKey }: Certificate) {
  return { cert: certificate, key: privateKey, minVersion: 'TLSv1.2' as const };
}

function start(server: Server, { host, port }: { host: string; port: number }): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => {
      server.off('error', resolve);
      // Later errors concern a single connection, which closes on its own.
      server.on('error', () => undefined);
      resolve(null);
    });
  });
}

function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, stopMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function describeFailure({ code = '' }: NodeJS.ErrnoException, host: string, address: string): string {
  if (code === 'EADDRINUSE') return cannotListen.inUse(address);
  if (code === 'EACCES' || code === 'EPERM') return cannotListen.notAllowed(address);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return cannotListen.noAddress(host);
  return cannotListen.other(address, code);
}
