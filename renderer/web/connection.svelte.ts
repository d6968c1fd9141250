import type { ConnectionState } from '../bridge/live-connection.ts';
import { followAppearance } from '../state/follow-appearance.ts';
import { followLanguage } from '../state/language.ts';
import { reloadIfReplaced } from './reload-if-replaced.ts';
import { openWebHost, type Access, type WebHost } from './web-host.ts';

/** The connection of this page, live. */
export interface Connection extends Omit<WebHost, 'readAccess'> {
  readonly state: ConnectionState;
  readonly access: Access;
  /** A pairing code came with the address and was refused. */
  readonly isCodeRefused: boolean;
}

const codePattern = /^#pair=([A-Za-z0-9_-]{10,100})$/;

/** Connects this page to its server for its life. A code in the address is used once and then removed from it. */
export async function createConnection(): Promise<Connection> {
  let state = $state<ConnectionState>('connecting');
  let access = $state.raw<Access>({ canRead: true, canChange: false });
  let isCodeRefused = $state(false);
  const web = await openWebHost((next) => {
    const isNews = next !== state;
    state = next;
    if (next !== 'live' || !isNews) return;
    // After the first connection, too: the page may have come from the cache while its server was being replaced.
    void reloadIfReplaced(import.meta.url);
    void web.readAccess().then((known) => (access = known));
  });
  const takeCode = async (): Promise<void> => {
    const code = codePattern.exec(location.hash)?.[1];
    // Before anything is awaited: a code must not stay in the history.
    if (code !== undefined) history.replaceState(null, '', location.pathname);
    const isPaired = code !== undefined && (await web.pair(code));
    isCodeRefused = code !== undefined && !isPaired;
    if (isPaired) void web.readAccess().then((known) => (access = known));
    else web.connect();
  };
  await takeCode();
  // Following a link in an open page does not load it again.
  addEventListener('hashchange', () => {
    if (codePattern.test(location.hash)) void takeCode();
  });
  addEventListener('online', web.connect);
  const retry = (): void => {
    if (document.visibilityState === 'visible' && (state === 'offline' || state === 'refused')) void web.reconnect();
  };
  document.addEventListener('visibilitychange', retry);
  addEventListener('focus', retry);
  // The server was updated and no longer has this page's files.
  addEventListener('vite:preloadError', () => {
    if (state === 'live') void reloadIfReplaced(import.meta.url);
  });
  followAppearance(web.host);
  followLanguage(web.host);
  return {
    ...web,
    get state() {
      return state;
    },
    get access() {
      return access;
    },
    get isCodeRefused() {
      return isCodeRefused;
    },
  };
}
