import { createClient, type Host } from '../../shared/contract/index.ts';
import type { Routes } from '../../shared/contract/routes.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import { createHttpTransport } from '../bridge/http-transport.ts';
import { openKeptValues, type KeptValues } from '../bridge/kept-values.ts';
import type { ConnectionState } from '../bridge/live-connection.ts';

/** Where calls are. The build puts it here (see vite.config.ts). */
declare const contractRoutes: Routes;

/** What the page's token lets it do. */
export interface Access {
  readonly canRead: boolean;
  readonly canChange: boolean;
}

/** The server as this page sees it. */
export interface WebHost {
  readonly host: Host;
  /** Uses a token, typed or from a QR code; the page stores it. Resolves to whether the server accepts it. */
  useToken(token: string): Promise<boolean>;
  /** Exchanges a pairing code for a token of this device. Resolves to whether the server accepted it. */
  pair(code: string): Promise<boolean>;
  readAccess(): Promise<Access>;
  /** Asks the server, with the token. */
  request(path: string, init: RequestInit): Promise<Response>;
  connect(): void;
  /** Connects again, with the token that another tab may have got meanwhile. */
  reconnect(): Promise<void>;
}

/** A snapshot is kept at most this often: writing costs battery. */
const keepEveryMs = 10_000;

/** Builds the connection to the server that this page came from; nothing is asked before `connect`. */
export async function openWebHost(onState: (state: ConnectionState) => void): Promise<WebHost> {
  const kept = openKeptValues(() => indexedDB, 'fuelgauge');
  let token = await readToken(kept);
  let keptAtMs = 0;
  const request = (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    return fetch(path, { ...init, headers, credentials: 'omit', redirect: 'error' });
  };
  const transport = createHttpTransport({
    routes: contractRoutes,
    request,
    onState(state) {
      // Whoever revoked the token does not want this device to show what it has stored.
      if (state === 'refused') {
        void kept.write('snapshot', undefined);
        keptAtMs = 0;
      }
      onState(state);
    },
    recall: async () => (await kept.read('snapshot')) as AppSnapshot | null,
    keep(snapshot) {
      if (Date.now() - keptAtMs < keepEveryMs) return;
      keptAtMs = Date.now();
      void kept.write('snapshot', snapshot);
    },
  });
  const readAccess = async (): Promise<Access> => {
    try {
      const response = await request('/api/access', {});
      return response.ok ? ((await response.json()) as Access) : { canRead: false, canChange: false };
    } catch {
      // What is shown then is the last known state, which cannot be changed.
      return { canRead: true, canChange: false };
    }
  };
  const useToken = async (text: string): Promise<boolean> => {
    const before = token;
    token = text.trim();
    const { canRead } = await readAccess();
    if (canRead) await kept.write('token', token);
    else token = before;
    if (canRead) transport.connect();
    return canRead;
  };
  return {
    host: createClient(transport),
    request,
    readAccess,
    useToken,
    async pair(code) {
      const given = await exchangeCode(code, request, kept);
      return given !== null && useToken(given);
    },
    connect: transport.connect,
    async reconnect() {
      token = (await readToken(kept)) ?? token;
      transport.connect();
    },
  };
}

async function readToken(kept: KeptValues): Promise<string | null> {
  const stored = await kept.read('token');
  return typeof stored === 'string' ? stored : null;
}

/** The token for a pairing code, which the page keeps; null where the server does not accept the code. */
async function exchangeCode(code: string, request: WebHost['request'], kept: KeptValues): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ code }) };
  const response = await request('/api/pair', init).catch(() => null);
  if (response?.ok !== true) return null;
  const { token } = (await response.json()) as { token: string };
  // Stored before it is used: the code is spent, so a person who leaves now must find the token at the next visit.
  await kept.write('token', token);
  return token;
}
