import type { Message } from 'dbus-next';
import { callMethod, connectSessionBus, ownName, sendSignal, serveMethods, toVariant } from './session-bus.ts';
import type { BusReply } from './session-bus.ts';
import { createTrayItem } from './tray-item.ts';
import type { TrayItem } from './tray-item.ts';
import { waitUntil } from '../wait-until.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';
const NOTHING: BusReply = { signature: '', body: [] };

/** The part of a desktop that shows tray icons. */
export interface TrayHost {
  /** The current icons, in order of registration. */
  items(): readonly TrayItem[];
  /** Resolves with the first icon, or the first of the process `pid`. */
  waitForItem(options?: { readonly pid?: number; readonly timeoutMs?: number }): Promise<TrayItem>;
  /** Resolves once the process `pid` has no icon. */
  waitForRemoval(pid: number, timeoutMs?: number): Promise<void>;
  close(): void;
}

/**
 * Starts a tray on the session bus: owns `org.kde.StatusNotifierWatcher` as KDE's and GNOME's do
 * (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/). Rejects without a bus or when the name is
 * taken.
 */
export async function startTrayHost(): Promise<TrayHost> {
  const bus = await connectSessionBus();
  const items = new Map<string, TrayItem>();
  const askBus = (member: string, argument: string): Promise<readonly unknown[]> =>
    callMethod(bus, {
      destination: BUS,
      path: '/org/freedesktop/DBus',
      interface: BUS,
      member,
      signature: 's',
      body: [argument],
    });
  const announce = (member: string, argument: string): void =>
    sendSignal(bus, { path: WATCHER_PATH, interface: WATCHER, member, signature: 's', body: [argument] });

  async function register(sender: string, service: string): Promise<void> {
    // A program gives its bus name, or only the object's path on its own connection.
    const path = service.startsWith('/') ? service : '/StatusNotifierItem';
    const [pid] = await askBus('GetConnectionUnixProcessID', sender);
    items.set(sender, createTrayItem(bus, { owner: sender, path, pid: pid as number }));
    announce('StatusNotifierItemRegistered', service);
  }

  const properties = (): Record<string, unknown> => ({
    IsStatusNotifierHostRegistered: toVariant('b', true),
    ProtocolVersion: toVariant('i', 0),
    RegisteredStatusNotifierItems: toVariant('as', [...items.keys()]),
  });

  function answer(call: Message): BusReply | null {
    switch (call.member) {
      case 'RegisterStatusNotifierItem':
        // A program that ended before its pid could be looked up has no icon.
        register(call.sender, String(call.body[0])).catch(() => items.delete(call.sender));
        return NOTHING;
      case 'RegisterStatusNotifierHost':
        return NOTHING;
      case 'Get':
        return { signature: 'v', body: [properties()[String(call.body[1])] ?? toVariant('s', '')] };
      case 'GetAll':
        return { signature: 'a{sv}', body: [properties()] };
      default:
        return null;
    }
  }

  serveMethods(bus, WATCHER_PATH, answer);
  bus.on('message', (message) => {
    if (message.member !== 'NameOwnerChanged') return;
    const [name, , newOwner] = message.body as [string, string, string];
    if (newOwner === '' && items.delete(name)) announce('StatusNotifierItemUnregistered', name);
  });
  await askBus('AddMatch', `type='signal',sender='${BUS}',member='NameOwnerChanged'`);
  await ownName(bus, WATCHER);
  announce('StatusNotifierHostRegistered', '');

  const find = (pid: number | undefined): TrayItem | undefined =>
    [...items.values()].find((item) => pid === undefined || item.pid === pid);

  return {
    items: () => [...items.values()],
    waitForItem: ({ pid, timeoutMs } = {}) => waitUntil('a tray icon', () => find(pid), timeoutMs),
    async waitForRemoval(pid, timeoutMs) {
      await waitUntil('the tray icon to go', () => find(pid) === undefined, timeoutMs);
    },
    close: () => bus.disconnect(),
  };
}
