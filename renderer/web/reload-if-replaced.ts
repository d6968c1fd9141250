/** The parts of the browser that are used. */
export interface PageParts {
  readonly ask: (address: string, init: RequestInit) => Promise<Pick<Response, 'status'>>;
  /** Lasts as long as the tab. Reading it throws where a page may not store anything. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly reload: () => void;
}

const key = 'fuelgauge-replaced';
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
    // A proxy that keeps sending the old page must not cause endless reloads.
    if (status !== 404 || storage().getItem(key) === script) return;
    storage().setItem(key, script);
    reload();
  } catch {
    // The next connection tries again.
  }
}
