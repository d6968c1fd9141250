/**
 * Keeps the page itself, so that it opens without a connection, and shows what is pushed. It never keeps an answer of the
 * API: the page itself decides what to remember of those (`web-host.ts`).
 */
export {};

/** The part of a service worker that is used here: its types conflict with those of a page. */
interface WorkerScope {
  readonly clients: {
    claim(): Promise<void>;
    openWindow(url: string): Promise<unknown>;
    matchAll(options: { type: 'window' }): Promise<readonly { focus(): Promise<unknown> }[]>;
  };
  readonly registration: {
    showNotification(title: string, options: { body: string; icon: string; tag: string }): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly request: Request;
  readonly data: { json(): unknown } | null;
  readonly notification: { close(): void };
  waitUntil(work: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

/** The files of this build. The build puts them here (`build/lib/web-files.ts`), which also makes a new build a new worker. */
const files: readonly string[] = JSON.parse('__FILES__') as string[];
const cacheName = `fuelgauge-${files.join()}`;
const worker = self as unknown as WorkerScope;

worker.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(cacheName);
    await cache.addAll(['/', ...files]).catch(ignoreFullStorage);
    await worker.skipWaiting();
  };
  event.waitUntil(fill());
});

/** When the browser's storage is full, alerts still arrive; only the page then needs its server. */
function ignoreFullStorage(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
}

worker.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  if (event.request.mode === 'navigate') event.respondWith(open(event.request));
  else if (files.includes(pathname)) event.respondWith(recall(pathname));
});

/** The page from the server or, if that or the proxy before it fails, from the cache. */
async function open(request: Request): Promise<Response> {
  const response = await fetch(request).catch(() => null);
  return response === null || response.status >= 502 ? recall('/', response) : response;
}

async function recall(path: string, other: Response | null = null): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? other ?? fetch(path);
}

worker.addEventListener('push', (event) => {
  const { title, body, tag } = (event.data?.json() ?? {}) as { title?: string; body?: string; tag?: string };
  const options = { body: body ?? '', icon: '/icon-256.png', tag: tag ?? 'fuelgauge' };
  event.waitUntil(worker.registration.showNotification(title ?? 'Fuelgauge', options));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const show = async (): Promise<unknown> => {
    const [open] = await worker.clients.matchAll({ type: 'window' });
    return open === undefined ? worker.clients.openWindow('/') : open.focus();
  };
  event.waitUntil(show());
});
