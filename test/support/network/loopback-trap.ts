import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Listeners on 127.0.0.1 that record every connection. */
export interface LoopbackTrap {
  readonly tcpPort: number;
  readonly udpPort: number;
  /** What arrived, sorted and without repetition: `tcp GET /image`, `udp STUN`, `tcp nothing` for a connection without data. */
  arrivals(): readonly string[];
  clear(): void;
  close(): void;
}

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n';

/** Starts one TCP and one UDP listener on free ports of the loopback interface. The TCP one answers as a web server. */
export async function startLoopbackTrap(): Promise<LoopbackTrap> {
  const arrivals: { what: string }[] = [];
  const server = createServer((socket) => {
    const arrival = { what: 'tcp nothing' };
    arrivals.push(arrival);
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      arrival.what = `tcp ${describe(bytes)}`;
      socket.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const datagrams = createSocket('udp4');
  datagrams.on('message', (bytes) => arrivals.push({ what: `udp ${describe(bytes)}` }));
  datagrams.bind(0, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    tcpPort: (server.address() as AddressInfo).port,
    udpPort: datagrams.address().port,
    arrivals: () => [...new Set(arrivals.map(({ what }) => what))].sort(),
    clear: () => void arrivals.splice(0),
    close() {
      server.close();
      datagrams.close();
    },
  };
}

/** STUN and TURN messages carry this at their fifth byte (RFC 8489 §5), after a length of their own in TCP. */
const stunCookie = Buffer.from([0x21, 0x12, 0xa4, 0x42]);

function describe(bytes: Buffer): string {
  if (bytes.subarray(0, 12).includes(stunCookie)) return 'STUN';
  if (bytes[0] === 0x16 && bytes[1] === 0x03) return 'TLS';
  return /^[A-Z]+ \S+/.exec(bytes.toString('latin1'))?.[0] ?? `${bytes.length} bytes`;
}
