import type { MessageBus } from 'dbus-next';
import { callMethod } from './session-bus.ts';
import { createTrayMenu } from './tray-menu.ts';
import type { TrayMenu } from './tray-menu.ts';
import { waitUntil } from '../wait-until.ts';

const ITEM_INTERFACE = 'org.kde.StatusNotifierItem';

/** Where a registered tray icon can be reached. */
export interface TrayItemAddress {
  /** The unique bus name of its program, such as `:1.7`. */
  readonly owner: string;
  readonly path: string;
  readonly pid: number;
}

/** One picture of a tray icon: 32-bit ARGB, big-endian, row by row. */
export interface TrayPixmap {
  readonly width: number;
  readonly height: number;
  readonly argb: Buffer;
}

/** A program's tray icon as the desktop sees it. Every read asks the program again and rejects once it is gone. */
export interface TrayItem extends TrayItemAddress {
  /** Any property of `org.kde.StatusNotifierItem`, without its variants. */
  readProperty(name: string): Promise<unknown>;
  /** The tooltip's lines: its title and, below, its text when there is one. */
  readToolTip(): Promise<string>;
  /** Resolves with the tooltip as soon as it satisfies `test`. */
  waitForToolTip(test: (text: string) => boolean, timeoutMs?: number): Promise<string>;
  /** `Active`, `Passive` or `NeedsAttention`. */
  readStatus(): Promise<string>;
  readTitle(): Promise<string>;
  /** The icon's pictures, in the sizes that the program provides. */
  readPixmaps(): Promise<readonly TrayPixmap[]>;
  /** A click with the main button. */
  activate(): Promise<void>;
  /** The icon's menu; rejects when it has none. */
  openMenu(): Promise<TrayMenu>;
}

/** Builds the handle of a registered tray icon. */
export function createTrayItem(bus: MessageBus, address: TrayItemAddress): TrayItem {
  const at = { destination: address.owner, path: address.path };

  async function readProperty(name: string): Promise<unknown> {
    const [value] = await callMethod(bus, {
      ...at,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [ITEM_INTERFACE, name],
    });
    return value;
  }

  async function readToolTip(): Promise<string> {
    const [, , title, text] = (await readProperty('ToolTip')) as [string, unknown, string, string];
    return [title, text].filter((line) => line !== '').join('\n');
  }

  return {
    ...address,
    readProperty,
    readToolTip,
    async waitForToolTip(test, timeoutMs) {
      let last = '';
      const read = async (): Promise<string | null> => (test((last = await readToolTip())) ? last : null);
      try {
        return await waitUntil('a tooltip', read, timeoutMs);
      } catch (error) {
        throw new Error(`the tooltip stayed ${JSON.stringify(last)}`, { cause: error });
      }
    },
    readStatus: async () => (await readProperty('Status')) as string,
    readTitle: async () => (await readProperty('Title')) as string,
    async readPixmaps() {
      const pixmaps = (await readProperty('IconPixmap')) as readonly (readonly [number, number, Buffer])[];
      return pixmaps.map(([width, height, argb]) => ({ width, height, argb }));
    },
    async activate() {
      await callMethod(bus, { ...at, interface: ITEM_INTERFACE, member: 'Activate', signature: 'ii', body: [0, 0] });
    },
    async openMenu() {
      const path = (await readProperty('Menu')) as string;
      return createTrayMenu(bus, { destination: address.owner, path });
    },
  };
}
