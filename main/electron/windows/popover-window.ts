import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { placePopover, toAnchor } from './popover-position.ts';
import { blurDelayMs, isHiddenByBlur, isOpenedByClick } from './popover-visibility.ts';
import { popoverSize } from './window-options.ts';
import type { CreateWindow } from './window-factory.ts';

/** The popover at the tray icon. Its window is made when first needed and given up when long unused. */
export interface Popover {
  show(): void;
  /** Hides it and gives the keyboard back. */
  hide(): void;
  /** What a click on the tray icon does. */
  toggle(): void;
  isVisible(): boolean;
  /** While true (a file dialog is open) losing the keyboard does not hide it. */
  setDialogOpen(isOpen: boolean): void;
  destroy(): void;
}

/** What the popover needs from above. */
export interface PopoverOptions {
  readonly createWindow: CreateWindow;
  readonly platform: NodeJS.Platform;
  readonly screen: Pick<Screen, 'getDisplayNearestPoint' | 'getCursorScreenPoint' | 'on' | 'off'>;
  readonly trayBounds: () => Rectangle;
  readonly isQuitting: () => boolean;
  /** It is about to show: bring its page up to date. */
  readonly onBeforeShow: (window: BrowserWindow) => void;
  readonly onVisibilityChanged: () => void;
  /** It was hidden by the person, not by a click elsewhere. */
  readonly onDismissed: () => void;
  readonly nowMs: () => number;
  /** A hidden window is destroyed after this long: it holds tens of megabytes. */
  readonly idleMs: number;
}

/** How long a page that was just hidden may still draw, so that it does not flash its old state when shown again. */
const settleMs = 1_000;

/** Builds the popover; nothing exists on screen until `show` or `toggle`. */
export function createPopover(options: PopoverOptions): Popover {
  const { platform, screen } = options;
  let window: BrowserWindow | null = null;
  let isReady = false;
  let isWanted = false;
  let hadFocus = false;
  let isDialogOpen = false;
  let shownAtMs = 0;
  let hiddenByBlurAtMs: number | null = null;
  let blurTimer: NodeJS.Timeout | undefined;
  let settleTimer: NodeJS.Timeout | undefined;
  let idleTimer: NodeJS.Timeout | undefined;

  const place = (target: BrowserWindow): void => {
    const trayBounds = options.trayBounds();
    const cursor = screen.getCursorScreenPoint();
    const { workArea } = screen.getDisplayNearestPoint(roundPoint(toAnchor(trayBounds, cursor)));
    target.setBounds(placePopover({ trayBounds, cursor, workArea, size: popoverSize, platform }));
  };
  const replace = (): void => {
    if (window?.isVisible()) place(window);
  };
  const clearTimers = (): void => {
    clearTimeout(blurTimer);
    clearTimeout(settleTimer);
    clearTimeout(idleTimer);
  };
  const reveal = (target: BrowserWindow): void => {
    clearTimers();
    hadFocus = false;
    shownAtMs = options.nowMs();
    target.webContents.setBackgroundThrottling(true);
    options.onBeforeShow(target);
    // On Wayland this does nothing: the compositor places it, as a small window of its own.
    place(target);
    target.show();
    target.focus();
  };
  const conceal = (): void => {
    isWanted = false;
    if (window === null || !window.isVisible()) return;
    clearTimers();
    const hidden = window;
    hidden.hide();
    hidden.webContents.setBackgroundThrottling(false);
    settleTimer = setTimeout(() => {
      if (!hidden.isDestroyed()) hidden.webContents.setBackgroundThrottling(true);
    }, settleMs);
    idleTimer = setTimeout(destroy, options.idleMs);
  };
  const onBlur = (): void => {
    clearTimeout(blurTimer);
    blurTimer = setTimeout(() => {
      if (window === null || window.isFocused()) return;
      const nowMs = options.nowMs();
      const isDevToolsFocused = window.webContents.isDevToolsFocused();
      if (!isHiddenByBlur({ platform, nowMs, shownAtMs, hadFocus, isDevToolsFocused, isDialogOpen })) return;
      hiddenByBlurAtMs = nowMs;
      conceal();
    }, blurDelayMs);
  };
  const build = (): BrowserWindow => {
    const built = options.createWindow('popover', 'popover/index.html');
    window = built;
    isReady = false;
    if (platform === 'darwin') {
      // Without it macOS jumps to the space where the window was last, or the dock icon flashes.
      built.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    }
    built.once('ready-to-show', () => {
      isReady = true;
      if (isWanted) reveal(built);
    });
    built.on('focus', () => {
      hadFocus = true;
      clearTimeout(blurTimer);
    });
    built.on('blur', onBlur);
    built.on('show', options.onVisibilityChanged);
    built.on('hide', options.onVisibilityChanged);
    built.on('close', (event) => {
      if (options.isQuitting()) return;
      event.preventDefault();
      // Hiding inside the close event leaves a half-closed window on Wayland.
      setImmediate(conceal);
    });
    built.once('closed', () => {
      clearTimers();
      if (window === built) window = null;
      options.onVisibilityChanged();
    });
    screen.on('display-metrics-changed', replace);
    built.once('closed', () => void screen.off('display-metrics-changed', replace));
    return built;
  };
  const show = (): void => {
    isWanted = true;
    const target = window ?? build();
    if (isReady && !target.isVisible()) reveal(target);
    else if (isReady) target.focus();
  };
  function destroy(): void {
    isWanted = false;
    clearTimers();
    window?.destroy();
    window = null;
  }
  return {
    show,
    hide() {
      const wasVisible = window?.isVisible() ?? false;
      conceal();
      if (wasVisible) options.onDismissed();
    },
    toggle() {
      if (isOpenedByClick(window?.isVisible() ?? false, options.nowMs(), hiddenByBlurAtMs)) show();
      else conceal();
    },
    isVisible: () => window?.isVisible() ?? false,
    setDialogOpen(isOpen) {
      isDialogOpen = isOpen;
    },
    destroy,
  };
}

function roundPoint(point: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { x: Math.round(point.x), y: Math.round(point.y) };
}
