import type { DesktopEvents, NameOf, PayloadOf } from '../../../shared/contract/index.ts';
import { toEventChannel } from '../../../shared/contract/ipc-channels.ts';
import type { ClientKind } from '../../../shared/domain/audience.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Clients, HostClient } from '../../node/host/clients/clients.ts';

/** The part of a window that the hub needs. */
export interface HubWindow {
  readonly webContents: { readonly id: number; send(channel: string, payload: unknown): void; isDestroyed(): boolean };
  isVisible(): boolean;
  isMinimized(): boolean;
  isDestroyed(): boolean;
}

/** Connects windows to the host, as its clients. */
export interface Hub {
  /** Adds a window; returns a function that removes it. */
  attach(window: HubWindow, kind: ClientKind): Dispose;
  /** The host's client for a window; undefined when the window is gone. */
  client(webContentsId: number): HostClient | undefined;
  /** Sends an event to one window. */
  send<Name extends NameOf<DesktopEvents>>(
    webContentsId: number,
    name: Name,
    payload: PayloadOf<DesktopEvents, Name>,
  ): void;
  /** The webContents of the attached windows. */
  webContentsIds(): ReadonlySet<number>;
}

/** Builds the hub: the only place that sends to pages. */
export function createHub(clients: Pick<Clients, 'connect'>): Hub {
  const attached = new Map<number, { readonly window: HubWindow; readonly client: HostClient }>();
  return {
    attach(window, kind) {
      const { id } = window.webContents;
      const client = clients.connect({
        kind,
        isSeen: () => isSeen(window),
        send: (name, payload) => send(window, name, payload),
      });
      attached.set(id, { window, client });
      return () => {
        attached.delete(id);
        client.disconnect();
      };
    },
    client: (webContentsId) => attached.get(webContentsId)?.client,
    send(webContentsId, name, payload) {
      const window = attached.get(webContentsId)?.window;
      if (window !== undefined) send(window, name, payload);
    },
    webContentsIds: () => new Set(attached.keys()),
  };
}

function send(window: HubWindow, name: string, payload: unknown): void {
  if (window.isDestroyed() || window.webContents.isDestroyed()) return;
  window.webContents.send(toEventChannel(name), payload);
}

function isSeen(window: HubWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && !window.isMinimized();
}
