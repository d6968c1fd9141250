import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to connections and to who asks for any: none of them takes it meanwhile. */
const [first, count] = [20_000, 10_000];

/** A port of this machine that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = first + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
