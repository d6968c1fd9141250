/** The parts of the browser that are used. */
export interface PageParts {
  readonly ask: (address: string, init: RequestInit) => Promise<Pick<Response, 'status'>>;
  /** Lasts as long as the tab. Reading it throws where a page may not store anything. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly reload: () => void;
}

const key = 'fuelgauge-replaced';
/** The page that comes may be the old one again: from a proxy that keeps it, or from the cache if the network fails once. */
const maxReloads = 3;
const browser: PageParts = {
  ask: (address, init) => fetch(address, init),
  storage: () => sessionStorage,
  reload: () => location.reload(),
};

/**
 * Loads the page again if its server no longer has its script: the server was updated, and may say things that this page
 * does not know. Never rejects.
 */
export async function reloadIfReplaced(script: string, { ask, storage, reload }: PageParts = browser): Promise<void> {
  try {
    // The service worker, which would answer with what it has kept, lets this method pass.
    const { status } = await ask(script, { method: 'HEAD', cache: 'no-store', credentials: 'omit' });
    if (status !== 404) return;
    const reloads = countReloads(script, storage().getItem(key)) + 1;
    if (reloads > maxReloads) return;
    storage().setItem(key, `${reloads} ${script}`);
    reload();
  } catch {
    // The next connection tries again.
  }
}

/** How often this tab was loaded again because of the script. */
function countReloads(script: string, stored: string | null): number {
  const [count, of] = (stored ?? '').split(' ');
  return of === script ? Number(count) : 0;
}
