import type { DesktopEvents, NameOf, PayloadOf } from '../../../shared/contract/index.ts';
import { toEventChannel } from '../../../shared/contract/ipc-channels.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { changeSince } from '../../../shared/snapshot/revisions.ts';

type EventName = NameOf<DesktopEvents>;

/** What the hub needs of a window. */
export interface HubWindow {
  readonly webContents: { readonly id: number; send(channel: string, payload: unknown): void; isDestroyed(): boolean };
  isVisible(): boolean;
  isMinimized(): boolean;
  isDestroyed(): boolean;
}

/** Tells windows what is new. */
export interface Hub {
  /** Adds a window; returns its removal. It is told nothing about snapshots until it has asked for one. */
  attach(window: HubWindow): Dispose;
  /** A window was answered with the snapshot of this revision. */
  noteDelivered(webContentsId: number, revision: number): void;
  /** Sends what changed to every window that shows. */
  publishSnapshot(snapshot: AppSnapshot): void;
  /** Brings a window that is about to show, or shows again, up to date: one change with all that it lacks. */
  catchUp(webContentsId: number): void;
  /** Tells every window; a hidden one hears the latest of each name when it shows. */
  broadcast<Name extends EventName>(name: Name, payload: PayloadOf<DesktopEvents, Name>): void;
  /** Tells one window. */
  tell<Name extends EventName>(webContentsId: number, name: Name, payload: PayloadOf<DesktopEvents, Name>): void;
  /** The webContents of the windows attached now. */
  webContentsIds(): ReadonlySet<number>;
}

interface Client {
  readonly window: HubWindow;
  /** Revision that the page holds; null before it asked for its first snapshot. */
  heldRevision: number | null;
  /** The latest event of each name that it was not told while hidden. */
  readonly waiting: Map<EventName, unknown>;
}

/**
 * Builds the hub. The only place that sends to pages. Nothing goes to a hidden window: a page that nobody sees costs
 * nothing, and is brought up to date when it shows.
 */
export function createHub(): Hub {
  const clients = new Map<number, Client>();
  let newest: AppSnapshot | null = null;

  const send = (client: Client, name: EventName, payload: unknown): void => {
    if (client.window.isDestroyed() || client.window.webContents.isDestroyed()) return;
    client.window.webContents.send(toEventChannel(name), payload);
  };
  const bringUpToDate = (client: Client): void => {
    if (newest === null || client.heldRevision === null) return;
    const change = changeSince(newest, client.heldRevision);
    if (change === null) return;
    client.heldRevision = change.revision;
    send(client, 'snapshotChanged', change);
  };
  return {
    attach(window) {
      const { id } = window.webContents;
      clients.set(id, { window, heldRevision: null, waiting: new Map() });
      return () => void clients.delete(id);
    },
    noteDelivered(webContentsId, revision) {
      const client = clients.get(webContentsId);
      if (client !== undefined) client.heldRevision = revision;
    },
    publishSnapshot(snapshot) {
      newest = snapshot;
      for (const client of clients.values()) if (isShowing(client.window)) bringUpToDate(client);
    },
    catchUp(webContentsId) {
      const client = clients.get(webContentsId);
      if (client === undefined) return;
      for (const [name, payload] of client.waiting) send(client, name, payload);
      client.waiting.clear();
      bringUpToDate(client);
    },
    broadcast(name, payload) {
      for (const client of clients.values()) {
        if (isShowing(client.window)) send(client, name, payload);
        else client.waiting.set(name, payload);
      }
    },
    tell(webContentsId, name, payload) {
      const client = clients.get(webContentsId);
      if (client !== undefined) send(client, name, payload);
    },
    webContentsIds: () => new Set(clients.keys()),
  };
}

function isShowing(window: HubWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && !window.isMinimized();
}
