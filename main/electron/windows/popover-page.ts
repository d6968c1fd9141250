import type { BrowserWindow, Point, Rectangle, Screen } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';
import { toPlacementLine } from './placement-line.ts';
import { setExactBounds } from './set-exact-bounds.ts';
import { watchPopoverFocus } from './popover-focus.ts';
import { placePopover, toAnchor, toKnownBounds } from './popover-position.ts';
import { whenReadyToShow } from './when-ready.ts';
import type { CreateWindow } from './window-factory.ts';
import { popoverSize } from './window-options.ts';

/** The dependencies of a popover window. */
export interface PopoverPageOptions {
  readonly createWindow: CreateWindow;
  readonly platform: NodeJS.Platform;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getDisplayNearestPoint' | 'getCursorScreenPoint' | 'on' | 'off'>;
  readonly trayBounds: () => Rectangle;
  readonly isQuitting: () => boolean;
  readonly isDialogOpen: () => boolean;
  /** The person wants it left out of recordings and shared screens, where the system can do that. */
  readonly isPrivate: () => boolean;
  /** The height that its page last asked for, in device-independent pixels; null until it has. */
  readonly contentHeight: () => number | null;
  /** It is about to show: update its page. */
  readonly onBeforeShow: (window: BrowserWindow) => void;
  readonly onVisibilityChanged: () => void;
  /** A click elsewhere hid it. */
  readonly onHiddenByBlur: () => void;
  /** The window was destroyed. */
  readonly onClosed: () => void;
  readonly nowMs: () => number;
  readonly logger: Pick<Logger, 'info'>;
  /** A hidden window is destroyed after this long: it takes tens of megabytes. */
  readonly idleMs: number;
}

/** A popover window, from its creation until it is destroyed. */
export interface PopoverPage {
  /** Shows it as soon as its page can be painted. */
  show(): void;
  hide(): void;
  isVisible(): boolean;
  /** Its settings or the height of its content have changed. */
  adapt(): void;
  /** How much larger its page is than in CSS pixels. */
  zoomFactor(): number;
  destroy(): void;
}

/** How long a page that was just hidden may still paint, so that it does not flash its old state when shown again. */
const drawAfterHideMs = 1_000;

/** Creates the window, hidden. */
export function createPopoverPage(options: PopoverPageOptions): PopoverPage {
  const window = options.createWindow('popover', 'popover/index.html');
  let isReady = false;
  let isWanted = false;
  let timers: readonly NodeJS.Timeout[] = [];
  const clearTimers = (): void => timers.forEach(clearTimeout);

  const shape = createShape(window, options);
  const reveal = (): void => {
    clearTimers();
    focus.onShown();
    window.webContents.setBackgroundThrottling(true);
    options.onBeforeShow(window);
    shape.show();
  };
  const hide = (): void => {
    isWanted = false;
    if (window.isDestroyed() || !window.isVisible()) return;
    clearTimers();
    focus.cancel();
    window.hide();
    window.webContents.setBackgroundThrottling(false);
    timers = [
      setTimeout(() => window.webContents.setBackgroundThrottling(true), drawAfterHideMs),
      setTimeout(() => window.destroy(), options.idleMs),
    ];
  };
  const focus = watchPopoverFocus(window, {
    ...options,
    onLost() {
      options.onHiddenByBlur();
      hide();
    },
  });
  whenReadyToShow(
    window,
    () => {
      isReady = true;
      if (isWanted) reveal();
    },
    options.platform,
  );
  window.once('closed', () => {
    clearTimers();
    focus.cancel();
    options.onClosed();
  });
  prepareWindow(window, options, hide);
  return {
    hide,
    show() {
      isWanted = true;
      if (isReady && !window.isVisible()) reveal();
      else if (isReady) window.focus();
    },
    isVisible: () => !window.isDestroyed() && window.isVisible(),
    adapt: shape.adapt,
    zoomFactor: () => (window.isDestroyed() ? 1 : window.webContents.getZoomFactor()),
    destroy: () => window.destroy(),
  };
}

/** Gives a window its place, its size and its protection. */
function createShape(window: BrowserWindow, options: PopoverPageOptions): { show(): void; adapt(): void } {
  /** Where the click was: the window follows its content from there, wherever the cursor is by then. */
  let clickedAt = options.screen.getCursorScreenPoint();
  const form = (): void => {
    // On Wayland this does not move it: the compositor positions it, as a small window of its own.
    place(window, options, clickedAt);
    window.setContentProtection(options.isPrivate());
  };
  return {
    adapt() {
      if (!window.isDestroyed() && window.isVisible()) form();
    },
    show() {
      clickedAt = options.screen.getCursorScreenPoint();
      form();
      window.show();
      window.focus();
    },
  };
}

/** Attaches the handlers that are unrelated to the person showing and hiding it. */
function prepareWindow(window: BrowserWindow, options: PopoverPageOptions, hide: () => void): void {
  if (options.platform === 'darwin') {
    // Without it macOS switches to the space where the window was last, or the dock icon flashes.
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
  window.on('show', options.onVisibilityChanged);
  window.on('hide', options.onVisibilityChanged);
  window.on('close', (event) => {
    if (options.isQuitting()) return;
    event.preventDefault();
    // Hiding inside the close event leaves a half-closed window on Wayland.
    setImmediate(hide);
  });
  const placeAgain = (): void => {
    if (window.isVisible()) place(window, options, options.screen.getCursorScreenPoint());
  };
  options.screen.on('display-metrics-changed', placeAgain);
  window.once('closed', () => void options.screen.off('display-metrics-changed', placeAgain));
}

/** The windows whose first place is in the log: it shows how other systems place the icon and the window. */
const logged = new WeakSet<BrowserWindow>();

function place(window: BrowserWindow, options: PopoverPageOptions, cursor: Point): void {
  const { platform, screen } = options;
  const trayBounds = toKnownBounds(options.trayBounds(), screen.getAllDisplays());
  const anchor = toAnchor(trayBounds, cursor);
  const { workArea, bounds: display } = screen.getDisplayNearestPoint({
    x: Math.round(anchor.x),
    y: Math.round(anchor.y),
  });
  const size = { ...popoverSize, height: options.contentHeight() ?? popoverSize.height };
  const bounds = placePopover({ trayBounds, cursor, workArea, display, size, platform });
  setExactBounds(window, bounds);
  if (!logged.has(window)) options.logger.info(toPlacementLine(bounds, trayBounds));
  logged.add(window);
}
