import { requireKnownSources } from '../../../../main/node/engine/answers/known-sources.ts';
import { describe, expect, it, vi } from 'vitest';
import { createHttpTransport } from '../../../../renderer/bridge/http-transport.ts';
import type { ConnectionState } from '../../../../renderer/bridge/live-connection.ts';
import { createClient, hostContract, type DesktopContract } from '../../../../shared/contract/index.ts';
import { toRoutes } from '../../../../shared/contract/routes.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import { createFakeEngine, createFakeHost, makeRow } from '../../../fakes/cli-host.ts';
import { createServerUnderTest } from '../../../support/server-app.ts';
import { waitUntil } from '../../../support/wait-until.ts';

/** A page and a server, without a network between them. */
function connect(options: { readonly token?: 'read' | 'admin'; readonly recalled?: AppSnapshot } = {}) {
  const engine = createFakeEngine({ rows: [makeRow()] });
  const server = createServerUnderTest({ engine, settings: { readingNeedsToken: true } });
  const states: ConnectionState[] = [];
  const kept: AppSnapshot[] = [];
  const network = { isOn: true };
  let token = options.token === undefined ? {} : server.authorize(options.token);
  const takeToken = (): void => void (token = server.authorize('read'));
  const transport = createHttpTransport({
    routes: toRoutes(hostContract.calls),
    async request(path, init) {
      if (!network.isOn) throw new TypeError('no network');
      return server.ask(path, { ...init, headers: { ...(init.headers as Record<string, string>), ...token } });
    },
    recall: async () => options.recalled ?? null,
    keep: (snapshot) => void kept.push(snapshot),
    onState: (state) => void states.push(state),
  });
  return {
    engine,
    server,
    transport,
    states,
    kept,
    network,
    takeToken,
    host: createClient<DesktopContract>(transport),
  };
}

describe('a host over HTTP', () => {
  it('answers calls as the host itself does', async () => {
    const { host, server } = connect({ token: 'read' });
    const query = { by: 'model', split: 'none', since: null, until: null, timeZone: null, source: null } as const;
    expect(await host.call('report', query)).toEqual(await server.host.handlers.report(query));
    expect(await host.call('settings')).toEqual(server.host.settings.get());
    expect((await host.call('alerts')).rows).toEqual([]);
  });

  it('says why something was not done, and that something is not allowed', async () => {
    const { host } = connect({ token: 'admin' });
    expect(await host.call('updateSettings', { theme: 'dark' })).toMatchObject({
      ok: false,
      error: { kind: 'read-only' },
    });
    const reader = connect({ token: 'read' });
    await expect(reader.host.call('rescan')).rejects.toMatchObject({ failure: { kind: 'foreign-page' } });
    await expect(host.call('quit')).rejects.toMatchObject({ failure: { kind: 'unknown-call', name: 'quit' } });
  });

  it('reports which agent of a link is unknown, so that the page can say it in its own language', async () => {
    const engine = createFakeEngine();
    const server = createServerUnderTest({ engine, handlers: requireKnownSources(createFakeHost(engine).handlers) });
    const request = async (path: string) => server.ask(path, { method: 'GET', headers: server.authorize('read') });
    const host = createClient<DesktopContract>(
      createHttpTransport({
        ...{ routes: toRoutes(hostContract.calls), request, recall: async () => null },
        ...{ keep: () => undefined, onState: () => undefined },
      }),
    );
    const query = { by: 'model', split: 'none', since: null, until: null, timeZone: null, source: 'nova' } as const;
    await expect(host.call('report', query)).rejects.toMatchObject({
      failure: { kind: 'unknown-source', source: 'nova', known: expect.arrayContaining(['codex']) as string[] },
    });
  });

  it('gives the snapshot and its changes out of one stream', async () => {
    const { host, transport, engine, states, kept } = connect({ token: 'read' });
    transport.connect();
    const held = await host.call('snapshot');
    expect(states).toEqual(['live']);
    const changes: unknown[] = [];
    host.on('snapshotChanged', (change) => void changes.push(change));
    engine.change({ scan: { ...held.sections.scan, percent: 50 } });
    await waitUntil('the change', async () => changes.length === 1);
    expect(changes).toMatchObject([{ baseRevision: held.revision, sections: { scan: { percent: 50 } } }]);
    expect((await host.call('snapshot')).sections.scan.percent).toBe(50);
    expect(kept.length).toBe(2);
    transport.close();
  });

  it('is refused without a token, and does not ask again by itself', async () => {
    const { host, transport, states } = connect();
    transport.connect();
    await expect(host.call('snapshot')).rejects.toMatchObject({ failure: { kind: 'engine-stopped' } });
    expect(states).toEqual(['refused']);
  });

  it('gives the settings to whoever asked in vain, once there is a token', async () => {
    const { host, server, transport, states, takeToken } = connect();
    const received: unknown[] = [];
    host.on('settingsChanged', (settings) => void received.push(settings));
    await expect(host.call('settings')).rejects.toMatchObject({ failure: { kind: 'foreign-page' } });
    transport.connect();
    await waitUntil('the refusal', () => states.includes('refused'));
    takeToken();
    transport.connect();
    await waitUntil('the settings', () => received.length > 0);
    expect(received).toEqual([server.host.settings.get()]);
    transport.close();
  });

  it('shows the last known state without a connection, and comes back by itself', async () => {
    vi.useFakeTimers();
    try {
      const recalled = createFakeEngine().snapshot();
      const { host, transport, states, network } = connect({ token: 'read', recalled });
      network.isOn = false;
      transport.connect();
      expect(await host.call('snapshot')).toBe(recalled);
      expect(states).toEqual(['offline']);
      await vi.advanceTimersByTimeAsync(1_000);
      network.isOn = true;
      await vi.advanceTimersByTimeAsync(2_000);
      expect(states).toEqual(['offline', 'offline', 'live']);
      transport.close();
    } finally {
      vi.useRealTimers();
    }
  });
});
