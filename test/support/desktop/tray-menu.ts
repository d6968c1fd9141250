import type { MessageBus } from 'dbus-next';
import { callMethod, toVariant } from './session-bus.ts';

const MENU_INTERFACE = 'com.canonical.dbusmenu';

/** One entry of a tray menu. Separators have an empty label. */
export interface TrayMenuEntry {
  readonly id: number;
  /** Without the underscore that marks an access key. */
  readonly label: string;
  readonly type: 'standard' | 'separator';
  readonly enabled: boolean;
  readonly visible: boolean;
  /** Whether a check mark or radio button is set; null for an entry that has none. */
  readonly checked: boolean | null;
  readonly children: readonly TrayMenuEntry[];
}

/** The menu behind a tray icon, read over `com.canonical.dbusmenu`. */
export interface TrayMenu {
  readEntries(): Promise<readonly TrayMenuEntry[]>;
  /** The labels of the top level, separators left out. */
  readLabels(): Promise<readonly string[]>;
  /** Chooses the entry with this label at any depth; rejects when there is none or it is disabled. */
  click(label: string): Promise<void>;
}

type Layout = readonly [id: number, properties: Readonly<Record<string, unknown>>, children: readonly Layout[]];

/** Builds the handle of a menu at its bus name and object path. */
export function createTrayMenu(bus: MessageBus, at: { readonly destination: string; readonly path: string }): TrayMenu {
  async function readEntries(): Promise<readonly TrayMenuEntry[]> {
    const [, root] = await callMethod(bus, {
      ...at,
      interface: MENU_INTERFACE,
      member: 'GetLayout',
      signature: 'iias',
      body: [0, -1, []],
    });
    return toEntry(root as Layout).children;
  }

  return {
    readEntries,
    async readLabels() {
      return (await readEntries()).filter((entry) => entry.type !== 'separator').map((entry) => entry.label);
    },
    async click(label) {
      const entries = flatten(await readEntries());
      const entry = entries.find((candidate) => candidate.label === label);
      if (entry === undefined) {
        throw new Error(`no entry "${label}" among: ${entries.map((other) => other.label).join(', ')}`);
      }
      if (!entry.enabled || !entry.visible) throw new Error(`the entry "${label}" cannot be chosen`);
      await callMethod(bus, {
        ...at,
        interface: MENU_INTERFACE,
        member: 'Event',
        signature: 'isvu',
        body: [entry.id, 'clicked', toVariant('i', 0), 0],
      });
    },
  };
}

/** Missing properties have the defaults of the dbusmenu interface description. */
function toEntry([id, properties, children]: Layout): TrayMenuEntry {
  const { label, type, enabled, visible } = properties;
  const state = properties['toggle-state'];
  return {
    id,
    label: typeof label === 'string' ? label.replace(/_(?=.)/g, '') : '',
    type: type === 'separator' ? 'separator' : 'standard',
    enabled: enabled !== false,
    visible: visible !== false,
    checked: properties['toggle-type'] ? state === 1 : null,
    children: children.map(toEntry),
  };
}

function flatten(entries: readonly TrayMenuEntry[]): readonly TrayMenuEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}
