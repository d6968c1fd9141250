import { describe, expect, it } from 'vitest';
import { createHub, type HubWindow } from '../../../../../main/electron/ipc/hub.ts';
import { createClients } from '../../../../../main/node/host/clients/clients.ts';
import { emptySections } from '../../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot, updateSnapshot } from '../../../../../shared/snapshot/revisions.ts';
import { giveSnapshot } from '../../../../support/give-snapshot.ts';

class FakeWindow implements HubWindow {
  readonly sent: [string, unknown][] = [];
  visible = true;
  minimized = false;
  destroyed = false;
  readonly webContents;
  constructor(id: number) {
    const send = (channel: string, payload: unknown): void => void this.sent.push([channel, payload]);
    this.webContents = { id, send, isDestroyed: () => this.destroyed };
  }
  isVisible = (): boolean => this.visible;
  isMinimized = (): boolean => this.minimized;
  isDestroyed = (): boolean => this.destroyed;
}

const first = createSnapshot(emptySections('UTC', 0), 0);
const second = updateSnapshot(first, { sessions: [], scan: { ...first.sections.scan, percent: 5 } }, 1);

async function build() {
  const clients = createClients(() => undefined);
  const hub = createHub(clients);
  const window = new FakeWindow(1);
  const detach = hub.attach(window, 'glance');
  clients.publishSnapshot(first);
  await giveSnapshot(hub.client(1), first);
  return { clients, hub, window, detach };
}

describe('createHub', () => {
  it('carries events of the host over the contract’s channels', async () => {
    const { clients, window } = await build();
    clients.publishSnapshot(second);
    expect(window.sent.map(([channel]) => channel)).toEqual(['fuelgauge:event:snapshotChanged']);
  });

  it.each(['hidden', 'minimized'])('does not count a window as seen while it is %s', async (how) => {
    const { clients, hub, window } = await build();
    if (how === 'hidden') window.visible = false;
    else window.minimized = true;
    clients.publishSnapshot(second);
    expect([window.sent, clients.audience().glance]).toEqual([[], 0]);
    hub.client(1)?.catchUp();
    expect(window.sent).toHaveLength(1);
  });

  it('sends events of the shell to one window', async () => {
    const { hub, window } = await build();
    hub.send(1, 'viewRequested', 'overview');
    hub.send(2, 'viewRequested', 'overview');
    expect(window.sent).toEqual([['fuelgauge:event:viewRequested', 'overview']]);
  });

  it('sends nothing to windows that are gone', async () => {
    const { clients, hub, window, detach } = await build();
    window.destroyed = true;
    clients.publishSnapshot(second);
    hub.send(1, 'viewRequested', 'overview');
    hub.client(1)?.catchUp();
    expect(window.sent).toEqual([]);
    expect([...hub.webContentsIds()]).toEqual([1]);
    detach();
    expect([...hub.webContentsIds()]).toEqual([]);
    expect(hub.client(1)).toBeUndefined();
  });
});
