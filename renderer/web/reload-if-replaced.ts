/** The parts of the browser that are used. */
export interface PageParts {
  readonly ask: (address: string, init: RequestInit) => Promise<Pick<Response, 'status'>>;
  /** Lasts as long as the tab. Reading it throws where a page may not store anything. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly reload: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

const key = 'fuelgauge-replaced';
/** The page that comes may be the old one again: from a proxy that keeps it, or from the cache if the network fails once. */
const maxReloads = 3;
/** A question may go down with the service worker that the new build replaces. */
const retryAfterMs = [1_000, 5_000];
const browser: PageParts = {
  ask: (address, init) => fetch(address, init),
  storage: () => sessionStorage,
  reload: () => location.reload(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Loads the page again if its server no longer has its script: the server was updated, and may say things that this page
 * does not know. Never rejects.
 */
export async function reloadIfReplaced(script: string, parts: PageParts = browser): Promise<void> {
  try {
    const { storage, reload } = parts;
    if ((await askStatus(script, parts)) !== 404) return;
    const reloads = countReloads(script, storage().getItem(key)) + 1;
    if (reloads > maxReloads) return;
    storage().setItem(key, `${reloads} ${script}`);
    reload();
  } catch {
    // The next connection tries again.
  }
}

async function askStatus(script: string, { ask, wait }: PageParts): Promise<number> {
  // The service worker, which would answer with what it has kept, lets this method pass.
  const once = async () => (await ask(script, { method: 'HEAD', cache: 'no-store', credentials: 'omit' })).status;
  for (const pauseMs of retryAfterMs) {
    try {
      return await once();
    } catch {
      await wait(pauseMs);
    }
  }
  return once();
}

/** How often this tab was loaded again because of the script. */
function countReloads(script: string, stored: string | null): number {
  const [count, of] = (stored ?? '').split(' ');
  return of === script ? Number(count) : 0;
}
