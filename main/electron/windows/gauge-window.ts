import type { BrowserWindow, Point, Rectangle, Screen, Size } from 'electron';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { DesktopSettings } from '../../../shared/settings/desktop-choices.ts';
import { placeGauge } from './gauge-position.ts';
import { setExactBounds } from './set-exact-bounds.ts';
import { whenReadyToShow } from './when-ready.ts';
import type { CreateWindow } from './window-factory.ts';
import { gaugeSize } from './window-options.ts';

/** The small window that stays on top. It exists only while the settings ask for it. */
export interface Gauge {
  /** Applies the current settings. */
  adapt(): void;
  /** Its page has this size, in CSS pixels; the window follows. */
  fit(size: Size): void;
  destroy(): void;
}

/** The gauge's dependencies. */
export interface GaugeOptions {
  readonly createWindow: CreateWindow;
  readonly platform: NodeJS.Platform;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  readonly choices: () => Pick<DesktopSettings, 'gauge' | 'gaugeOpacityPercent' | 'gaugePosition'>;
  /** The person wants it left out of recordings and shared screens, where the system can do that. */
  readonly isPrivate: () => boolean;
  readonly isQuitting: () => boolean;
  /** The person has dragged it here. */
  readonly onMoved: (position: Point) => void;
  /** The person has closed it. */
  readonly onClosed: () => void;
  readonly onBeforeShow: (window: BrowserWindow) => void;
  readonly onVisibilityChanged: () => void;
}

/** A drag reports every step; only where it ends is stored. */
const settlesMs = 500;
/** A page that died is rebuilt after this time, so that one that dies at once is not rebuilt in a loop. */
const rebuildMs = 10 * secondMs;

/** Builds the handle without a window. */
export function createGauge(options: GaugeOptions): Gauge {
  let window: BrowserWindow | null = null;
  let size: Size = gaugeSize;
  let placed: Rectangle | null = null;
  const form = (): void => {
    if (window === null || window.isDestroyed()) return;
    const zoom = window.webContents.getZoomFactor();
    const wanted = { width: size.width * zoom, height: size.height * zoom };
    const { gaugePosition: position, gaugeOpacityPercent } = options.choices();
    placed = placeGauge({ position, size: wanted, workAreas: listWorkAreas(options.screen) });
    setExactBounds(window, placed);
    window.setOpacity(gaugeOpacityPercent / 100);
    window.setContentProtection(options.isPrivate());
  };
  const destroy = (): void => {
    const open = window;
    window = null;
    open?.destroy();
  };
  const adapt = (): void => {
    if (!options.choices().gauge) destroy();
    else if (window === null) window = build();
    else form();
  };
  const build = (): BrowserWindow => {
    const built = options.createWindow('gauge', 'gauge/index.html');
    keepOnTop(built, options.platform);
    whenReadyToShow(built, () => {
      form();
      options.onBeforeShow(built);
      // Without taking the keyboard focus: the person may be typing elsewhere.
      built.showInactive();
      options.onVisibilityChanged();
      followDrag(built, ({ x, y }) => {
        if (placed === null || isElsewhere({ x, y }, placed)) options.onMoved({ x, y });
      });
    });
    built.on('close', () => {
      if (!options.isQuitting()) options.onClosed();
    });
    built.once('closed', () => {
      options.onVisibilityChanged();
      if (window !== built) return;
      window = null;
      setTimeout(adapt, rebuildMs).unref();
    });
    return built;
  };
  return {
    adapt,
    destroy,
    fit(wanted) {
      size = wanted;
      form();
    },
  };
}

/**
 * Keeps a window above others and on every desktop. Full-screen apps cover it except on macOS. On Wayland only the
 * compositor can do this: GNOME and KDE offer "Always on top" in the window's menu (Alt+Space).
 */
function keepOnTop(window: BrowserWindow, platform: NodeJS.Platform): void {
  window.setAlwaysOnTop(true, 'floating');
  if (platform === 'win32') return;
  // Without the second option macOS flashes the dock icon.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
}

/** Whether somebody has moved it: at scales such as 125 %, a window reports a place that is rounded differently. */
function isElsewhere(position: Point, placed: Point): boolean {
  return Math.max(Math.abs(position.x - placed.x), Math.abs(position.y - placed.y)) > 1;
}

/** Reports where a drag ended. On Wayland, windows do not know where they are. */
function followDrag(window: BrowserWindow, onMoved: (position: Point) => void): void {
  let timer: NodeJS.Timeout | undefined;
  window.on('move', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed()) return;
      const { x, y } = window.getBounds();
      onMoved({ x, y });
    }, settlesMs);
  });
  window.once('closed', () => clearTimeout(timer));
}

function listWorkAreas(screen: GaugeOptions['screen']): readonly [Rectangle, ...Rectangle[]] {
  return [screen.getPrimaryDisplay().workArea, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
}
