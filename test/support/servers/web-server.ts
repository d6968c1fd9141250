import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

/** How a server answers its requests, one after another; the last one answers all further ones. */
export type Reply = (response: ServerResponse, received: Received) => void;

/** A reply with a status, headers and a body. */
export function reply(status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Reply {
  return (response) => void response.writeHead(status, headers).end(body);
}

/** Ends the connection in place of an answer. */
export const reset: Reply = (response) => response.socket?.resetAndDestroy();

/** Never answers. */
export const hang: Reply = () => undefined;

/** A web server on loopback until the test ends. */
export async function startWebServer(...replies: readonly Reply[]) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const body = bytes.toString('utf8');
      const entry = { path: request.url ?? '', headers: request.headers, body, bytes };
      received.push(entry);
      (replies[received.length - 1] ?? replies.at(-1) ?? reply(200))(response, entry);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, received, connections: () => sockets.size };
}
