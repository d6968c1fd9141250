import { app, type BrowserWindow, type Point, type Screen } from 'electron';
import type { View } from '../../shared/contract/index.ts';
import type { ClientKind } from '../../shared/domain/audience.ts';
import type { SessionQuery } from '../../shared/domain/session-timeline.ts';
import { minuteMs } from '../../shared/domain/instant.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { DesktopSettings } from '../../shared/settings/desktop-choices.ts';
import type { Host } from '../node/host/host.ts';
import type { HostStores } from '../node/host/open-stores.ts';
import type { Appearance } from './system/appearance.ts';
import { hideDock } from './system/dock.ts';
import { createHub, type Hub } from './ipc/hub.ts';
import { createKeyboardReturn } from './windows/keyboard-return.ts';
import { createGauge, type Gauge } from './windows/gauge-window.ts';
import { createMainWindow, type MainWindow } from './windows/main-window.ts';
import { createPopover, type Popover } from './windows/popover-window.ts';
import { createWindowFactory } from './windows/window-factory.ts';
import type { WindowRole } from './windows/window-options.ts';
import type { TraySurface } from './tray-surface.ts';

/** The app's windows, and the connection between their pages and the host. */
export interface AppWindows {
  readonly popover: Popover;
  readonly mainWindow: MainWindow;
  readonly gauge: Gauge;
  readonly hub: Hub;
  /** Opens the main window with this view; the popover hides, unless it is to stay open. */
  open(view: View): void;
  /** The same with the timeline of a session. */
  openSession(session: SessionQuery): void;
  /** Sets every window's background to the theme's color. */
  recolor(): void;
  /** Discards the window whose renderer process died; opening it again creates a new one. */
  drop(webContentsId: number): void;
  destroy(): void;
}

/** A popover that has not been opened for this long is destroyed. */
const popoverIdleMs = 10 * minuteMs;

const clientKinds: Readonly<Record<WindowRole, ClientKind>> = {
  popover: 'glance',
  main: 'history',
  gauge: 'ambient',
};

/** The windows' dependencies. */
export interface AppWindowsOptions {
  readonly host: Host;
  readonly stores: Pick<HostStores, 'settings'>;
  readonly appearance: Appearance;
  readonly tray: Pick<TraySurface, 'bounds' | 'focus'>;
  readonly screen: Screen;
  readonly platform: NodeJS.Platform;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly isQuitting: () => boolean;
  readonly nowMs: () => number;
  readonly logger: Logger;
}

/** Builds the windows; none exists until it is opened. */
export function createAppWindows(options: AppWindowsOptions): AppWindows {
  const { host, appearance, tray } = options;
  const hub = createHub(host.clients);
  const windows = new Map<number, BrowserWindow>();
  const createWindow = createWindowFactory({
    ...options,
    backgroundColor: appearance.backgroundColor,
    onCreated: (window, role) => register(window, clientKinds[role], windows, hub),
  });
  const shared = {
    createWindow,
    onBeforeShow: (window: BrowserWindow) => hub.client(window.webContents.id)?.catchUp(),
    onVisibilityChanged: host.clients.noteVisibility,
    isPrivate: () => host.settings.get().popover.isPrivate,
  };
  const popover = createPopover({
    ...options,
    ...shared,
    trayBounds: tray.bounds,
    staysOpen: () => host.settings.get().popover.staysOpen,
    onBeforeShow(window) {
      keyboard.onBeforeShow();
      shared.onBeforeShow(window);
    },
    onDismissed: () => keyboard.onDismissed(),
    idleMs: popoverIdleMs,
  });
  const mainWindow = createMainWindow({
    ...shared,
    dock: app.dock,
    requestView: (window, view) => hub.send(window.webContents.id, 'viewRequested', view),
    requestSession: (window, session) => hub.send(window.webContents.id, 'sessionRequested', session),
  });
  const gauge = createGauge({ ...options, ...shared, ...toGaugeChoices(options) });
  const keyboard = createKeyboardReturn({
    platform: options.platform,
    app,
    focusTray: tray.focus,
    isOtherWindowOpen: () => mainWindow.window()?.isMinimized() === false,
  });
  const leavePopover = (): void => void (host.settings.get().popover.staysOpen || popover.hide());
  hideDock(app, () => mainWindow.window() !== null);
  return {
    popover,
    mainWindow,
    gauge,
    hub,
    open(view) {
      mainWindow.open(view);
      leavePopover();
    },
    openSession(session) {
      mainWindow.openSession(session);
      leavePopover();
    },
    recolor: () => windows.forEach((window) => window.setBackgroundColor(appearance.backgroundColor())),
    drop: (webContentsId) => windows.get(webContentsId)?.destroy(),
    destroy: () => [popover, mainWindow, gauge].forEach((surface) => surface.destroy()),
  };
}

/** The settings that the gauge reads and writes. */
function toGaugeChoices({ stores, logger }: AppWindowsOptions) {
  const { settings } = stores;
  const change = (patch: Partial<DesktopSettings>): void => {
    void settings.update({ desktop: { ...settings.get().desktop, ...patch } }).then((stored) => {
      if (!stored.ok) logger.warn('where the gauge is cannot be stored');
    });
  };
  return {
    choices: () => settings.get().desktop,
    onMoved: (gaugePosition: Point) => change({ gaugePosition }),
    onClosed: () => change({ gauge: false }),
  };
}

/** Makes a window a client of the host for as long as it exists. */
function register(window: BrowserWindow, kind: ClientKind, windows: Map<number, BrowserWindow>, hub: Hub): void {
  const { id } = window.webContents;
  const detach = hub.attach(window, kind);
  windows.set(id, window);
  window.once('closed', () => {
    windows.delete(id);
    detach();
  });
}
