import type { BrowserWindow, Size } from 'electron';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { DesktopSettings } from '../../../shared/settings/desktop-choices.ts';
import { createGaugeFrame, type GaugeFrame, type GaugeFrameOptions } from './gauge-frame.ts';
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
export interface GaugeOptions extends GaugeFrameOptions {
  readonly createWindow: CreateWindow;
  readonly platform: NodeJS.Platform;
  readonly choices: () => Pick<DesktopSettings, 'gauge' | 'gaugeOpacityPercent' | 'gaugePosition'>;
  readonly isQuitting: () => boolean;
  /** The person has closed it. */
  readonly onClosed: () => void;
  readonly onBeforeShow: (window: BrowserWindow) => void;
  readonly onVisibilityChanged: () => void;
}

/** A page that died is rebuilt after this time, so that one that dies at once is not rebuilt in a loop. */
const rebuildMs = 10 * secondMs;

/** Builds the handle without a window. */
export function createGauge(options: GaugeOptions): Gauge {
  let window: BrowserWindow | null = null;
  let frame: GaugeFrame | null = null;
  let size: Size = gaugeSize;
  const destroy = (): void => {
    const open = window;
    window = null;
    open?.destroy();
  };
  const adapt = (): void => {
    if (!options.choices().gauge) destroy();
    else if (window === null) window = build();
    else frame?.form(size);
  };
  const build = (): BrowserWindow => {
    const built = options.createWindow('gauge', 'gauge/index.html');
    const framed = createGaugeFrame(built, options);
    frame = framed;
    keepOnTop(built, options.platform);
    whenReadyToShow(built, () => {
      framed.form(size);
      options.onBeforeShow(built);
      // Without taking the keyboard focus: the person may be typing elsewhere.
      built.showInactive();
      options.onVisibilityChanged();
      framed.follow();
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
      frame?.form(size);
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
