import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../../build/lib/paths.ts';

type Listener = (event: object) => void;

const refuse = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

/** The worker in a scope of its own, as the build fills it in; Electron's browser cannot show what a worker pushes. */
function startWorker(
  open: readonly { focus(): Promise<void> }[] = [],
  answer: () => Promise<object> = refuse,
  fill: () => Promise<void> = async () => undefined,
) {
  const source = readFileSync(join(repositoryRoot, 'renderer', 'web', 'service-worker.ts'), 'utf8');
  const script = stripTypeScriptTypes(source).replace('export {};', '').replace('__FILES__', '[]');
  const listeners = new Map<string, Listener>();
  const shown: unknown[] = [];
  const opened: string[] = [];
  const self = {
    addEventListener: (name: string, listener: Listener) => void listeners.set(name, listener),
    registration: {
      showNotification: async (title: string, options: object) => void shown.push({ title, ...options }),
    },
    clients: { matchAll: async () => open, openWindow: async (url: string) => void opened.push(url) },
    skipWaiting: async () => undefined,
  };
  const origin = 'https://fuelgauge.test';
  const caches = { open: async () => ({ match: async (path: string) => `kept ${path}`, addAll: fill }) };
  runInNewContext(script, { self, caches, URL, DOMException, location: { origin }, fetch: answer });
  const dispatch = async (name: string, event: object): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(name)!({ ...event, waitUntil: (given: Promise<unknown>) => void (work = given) });
    await work;
  };
  const navigate = async (): Promise<unknown> => {
    let response: unknown = null;
    const request = { url: `${origin}/`, method: 'GET', mode: 'navigate' };
    listeners.get('fetch')!({ request, respondWith: (given: unknown) => void (response = given) });
    return response;
  };
  return { dispatch, navigate, shown, opened };
}

describe('the service worker', () => {
  it('shows what is pushed; the same alert again takes the place of the first', async () => {
    const { dispatch, shown } = startWorker();
    await dispatch('push', { data: { json: () => ({ title: 'Codex', body: '76%', tag: 'abc' }) } });
    expect(shown).toEqual([{ title: 'Codex', body: '76%', icon: '/icon-256.png', tag: 'abc' }]);
  });

  it('shows something even for a push without contents, as browsers want it', async () => {
    const { dispatch, shown } = startWorker();
    await dispatch('push', { data: null });
    expect(shown).toMatchObject([{ title: 'Fuelgauge', tag: 'fuelgauge' }]);
  });

  it('is installed where the browser has no room for the page, so that alerts arrive, and not without its files', async () => {
    const install = (error: Error) => startWorker([], refuse, () => Promise.reject(error)).dispatch('install', {});
    await expect(install(new DOMException('full', 'QuotaExceededError'))).resolves.toBeUndefined();
    await expect(install(new TypeError('Failed to fetch'))).rejects.toThrow('Failed to fetch');
  });

  it('leads to the page that is open, or opens one', async () => {
    let focused = 0;
    const event = { notification: { close: () => undefined } };
    const withPage = startWorker([{ focus: async () => void (focused += 1) }]);
    await withPage.dispatch('notificationclick', event);
    expect([focused, withPage.opened]).toEqual([1, []]);
    const without = startWorker();
    await without.dispatch('notificationclick', event);
    expect(without.opened).toEqual(['/']);
  });

  it('opens what it keeps where the server is gone, also when a proxy answers in its place', async () => {
    expect(await startWorker().navigate()).toBe('kept /');
    for (const status of [502, 503, 504]) {
      expect(await startWorker([], async () => ({ status })).navigate()).toBe('kept /');
    }
    for (const status of [200, 403, 500]) {
      expect(await startWorker([], async () => ({ status })).navigate()).toEqual({ status });
    }
  });
});
