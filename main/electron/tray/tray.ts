import { createHash } from 'node:crypto';
import path from 'node:path';
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage, type Rectangle } from 'electron';
import type { Messages } from '../../../shared/messages/catalogue.ts';
import type { TrayText } from '../../../shared/snapshot/tray-text.ts';
import { drawTextImage, toTextKey } from './tray-text-image.ts';
import { chooseTrayIcon, type TrayIconRequest } from './tray-icon.ts';
import { toTrayMenu, type TrayAction } from './tray-menu.ts';

/** What the tray shows. */
export interface TrayView extends Omit<TrayIconRequest, 'platform'> {
  /** The icon's meaning as text; also read by screen readers. */
  readonly tooltip: string;
  readonly isPaused: boolean;
  /** The figure at the icon; null for none. */
  readonly text: TrayText | null;
}

/** An icon in the tray. */
export interface TrayHandle {
  /** Shows the view; does nothing if it is already shown. */
  render(view: TrayView): void;
  /** Where the icon is, in screen coordinates; all zero where the system does not say. */
  bounds(): Rectangle;
  /** Returns the keyboard focus to the taskbar (Windows). */
  focus(): void;
  destroy(): void;
}

// An unreferenced Tray is garbage-collected and its icon vanishes.
const trays = new Set<Tray>();

/** macOS uses this name to remember where the person put the icon. Windows would tie it to a signed program. */
const macIconId = '5d1ee1c2-4f0b-4f3e-9d57-0c6f3b2f8a51';

/**
 * Puts an icon into the tray; call it when the app is ready. On Linux each is a StatusNotifierItem of its own (Electron
 * 43.3 to 43.4 and 44.0 failed at this: electron#53213).
 */
export function createTray(options: {
  readonly platform: NodeJS.Platform;
  /** Holds `macos/`, `windows/` and `linux/`. */
  readonly iconsFolder: string;
  readonly firstView: TrayView;
  /** Of an icon besides the first: lets macOS remember its place. */
  readonly id?: string;
  readonly messages: Messages;
  readonly onClick: () => void;
  readonly onAction: (action: TrayAction) => void;
}): TrayHandle {
  const { platform } = options;
  const toImage = createImageCache(options.iconsFolder);
  let menu: Menu | null = null;
  let shown: { icon: string; tooltip: string; menu: string; title: string } | null = null;

  const firstIcon = chooseTrayIcon({ ...options.firstView, platform });
  const tray =
    platform === 'darwin' ? new Tray(toImage(firstIcon), toIconId(options.id)) : new Tray(toImage(firstIcon));
  trays.add(tray);

  tray.on('click', options.onClick);
  if (platform === 'darwin') {
    // Otherwise each click waits for a possible double-click, and the popover flickers.
    tray.setIgnoreDoubleClickEvents(true);
  }
  if (platform !== 'linux') {
    // On macOS `setContextMenu` would swallow the left click.
    tray.on('right-click', () => {
      if (menu !== null) tray.popUpContextMenu(menu);
    });
  }
  const render = (view: TrayView): void => {
    if (tray.isDestroyed()) return;
    const { icon, title, draw } = toPicture(view, platform);
    const items = toTrayMenu({ status: view.tooltip, isPaused: view.isPaused }, options.messages.tray.menu);
    const menuKey = JSON.stringify(items);
    if (shown?.icon !== icon && !(shown === null && icon === firstIcon)) tray.setImage(draw?.() ?? toImage(icon));
    if (shown?.title !== title && (shown !== null || title !== ''))
      tray.setTitle(title, { fontType: 'monospacedDigit' });
    if (shown?.tooltip !== view.tooltip) tray.setToolTip(view.tooltip);
    if (shown?.menu !== menuKey) {
      menu = buildMenu(items, options.onAction);
      // Linux picks up a menu's changes only when it is set again.
      if (platform === 'linux') tray.setContextMenu(menu);
    }
    shown = { icon, tooltip: view.tooltip, menu: menuKey, title };
  };
  render(options.firstView);
  return {
    render,
    bounds: () => (tray.isDestroyed() ? { x: 0, y: 0, width: 0, height: 0 } : tray.getBounds()),
    focus() {
      if (platform === 'win32' && !tray.isDestroyed()) tray.focus();
    },
    destroy() {
      if (!tray.isDestroyed()) tray.destroy();
      trays.delete(tray);
    },
  };
}

/** A GUID made of an id, the same at every start; the icon of the app has a fixed one. */
function toIconId(id: string | undefined): string {
  if (id === undefined) return macIconId;
  const digits = createHash('sha256').update(id).digest('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `5${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`,
    digits.slice(20, 32)].join('-'); // prettier-ignore
}

/** What is on screen of a view: on macOS the icon with a title beside it, elsewhere the icon or a drawn text in its place. */
function toPicture(
  view: TrayView,
  platform: NodeJS.Platform,
): { readonly icon: string; readonly title: string; readonly draw?: () => NativeImage } {
  const { text } = view;
  const request = { ...view, platform };
  if (platform === 'darwin' || text === null) return { icon: chooseTrayIcon(request), title: text?.title ?? '' };
  return { icon: toTextKey(text, request), title: '', draw: () => drawTextImage(text, request) };
}

function createImageCache(folder: string): (icon: string) => NativeImage {
  const images = new Map<string, NativeImage>();
  return (icon) => {
    const image = images.get(icon) ?? nativeImage.createFromPath(path.join(folder, icon));
    images.set(icon, image);
    return image;
  };
}

function buildMenu(items: ReturnType<typeof toTrayMenu>, onAction: (action: TrayAction) => void): Menu {
  return Menu.buildFromTemplate(
    items.map((item): MenuItemConstructorOptions => {
      if (item.kind === 'separator') return { type: 'separator' };
      if (item.kind === 'status') return { label: item.label, enabled: false };
      return { label: item.label, click: () => onAction(item.action) };
    }),
  );
}
