import { connect, type Socket } from 'node:net';

/** A connection to an X server, on which one request after the other is answered. */
export interface X11Connection {
  /** The root window of the first screen. */
  readonly root: number;
  /** Sends a request; the reply, or null when the server refuses it. Rejects when the connection ends. */
  ask(request: Buffer): Promise<Buffer | null>;
  close(): void;
}

/** A server that does not answer within this time counts as absent. */
const timeoutMs = 2_000;
/** No reply to what is asked here is longer. */
const maxReplyBytes = 1024 * 1024;
const replyBytes = 32;

/**
 * Connects to an X server with its cookie (`MIT-MAGIC-COOKIE-1`; null for none). Rejects when that fails. The protocol:
 * https://www.x.org/releases/current/doc/xproto/x11protocol.html
 */
export async function openX11(socketPath: string, cookie: Buffer | null): Promise<X11Connection> {
  const socket = connect(socketPath);
  socket.unref();
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error('the X server does not answer')));
  const reader = createReader(socket);
  try {
    socket.write(toSetupRequest(cookie));
    const head = await reader.take(8);
    const rest = await reader.take(head.readUInt16LE(6) * 4);
    if (head[0] !== 1) throw new Error('the X server refuses the connection');
    const root = rest.readUInt32LE(32 + pad(rest.readUInt16LE(16)) + rest[21]! * 8);
    let last: Promise<unknown> = Promise.resolve();
    const askNow = async (request: Buffer): Promise<Buffer | null> => {
      // The timeout only applies while a request is waiting.
      socket.setTimeout(timeoutMs);
      socket.write(request);
      const answer = await takeReply(reader);
      socket.setTimeout(0);
      return answer;
    };
    socket.setTimeout(0);
    return {
      root,
      ask(request) {
        const answer = last.then(() => askNow(request));
        last = answer.catch(() => undefined);
        return answer;
      },
      close: () => socket.destroy(),
    };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** The next reply; null for an error. Unsolicited events are skipped. */
async function takeReply(reader: Reader): Promise<Buffer | null> {
  for (;;) {
    const head = await reader.take(replyBytes);
    const kind = head[0]! & 0x7f;
    if (kind === 0) return null;
    if (kind !== 1) continue;
    const more = head.readUInt32LE(4) * 4;
    if (more > maxReplyBytes) throw new Error('the X server answers too much');
    return more === 0 ? head : Buffer.concat([head, await reader.take(more)]);
  }
}

function toSetupRequest(cookie: Buffer | null): Buffer {
  const name = Buffer.from(cookie === null ? '' : 'MIT-MAGIC-COOKIE-1');
  const data = cookie ?? Buffer.alloc(0);
  const request = Buffer.alloc(12 + pad(name.length) + pad(data.length));
  request.write('l', 0);
  request.writeUInt16LE(11, 2);
  request.writeUInt16LE(name.length, 6);
  request.writeUInt16LE(data.length, 8);
  name.copy(request, 12);
  data.copy(request, 12 + pad(name.length));
  return request;
}

function pad(length: number): number {
  return Math.ceil(length / 4) * 4;
}

interface Reader {
  /** The next bytes; rejects when the connection ends before. */
  take(bytes: number): Promise<Buffer>;
}

function createReader(socket: Socket): Reader {
  let held = Buffer.alloc(0);
  let waiting: { readonly bytes: number; resolve(found: Buffer): void; reject(error: Error): void } | null = null;
  let failure: Error | null = null;
  const serve = (): void => {
    if (waiting === null) return;
    if (held.length >= waiting.bytes) {
      const { bytes, resolve } = waiting;
      waiting = null;
      const found = held.subarray(0, bytes);
      held = held.subarray(bytes);
      resolve(found);
    } else if (failure !== null) waiting.reject(failure);
  };
  const fail = (error: Error): void => {
    failure ??= error;
    serve();
  };
  socket.on('data', (bytes: Buffer) => {
    held = Buffer.concat([held, bytes]);
    serve();
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the X server has closed the connection')));
  return {
    take: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { bytes, resolve, reject };
        serve();
      }),
  };
}
