import type { BrowserWindow, Dock } from 'electron';
import type { View } from '../../../shared/contract/index.ts';
import { whenReadyToShow } from './when-ready.ts';
import type { CreateWindow } from './window-factory.ts';

/** The window with history and settings. It exists only while it is open. */
export interface MainWindow {
  /** Opens it with this view, or brings it to the front and asks it to show the view. */
  open(view: View): void;
  window(): BrowserWindow | null;
  destroy(): void;
}

const dockSettlesMs = 2_000;

/** Builds the handle without a window. */
export function createMainWindow(options: {
  readonly createWindow: CreateWindow;
  /** macOS only, otherwise undefined: the dock icon shows while the window is open. */
  readonly dock: Pick<Dock, 'show' | 'hide'> | undefined;
  readonly requestView: (window: BrowserWindow, view: View) => void;
  readonly onBeforeShow: (window: BrowserWindow) => void;
  readonly onVisibilityChanged: () => void;
}): MainWindow {
  let window: BrowserWindow | null = null;

  const hideDock = (): void => {
    options.dock?.hide();
    // macOS ignores it within a second of showing the icon.
    if (options.dock !== undefined) setTimeout(() => window ?? options.dock?.hide(), dockSettlesMs).unref();
  };
  const build = (view: View): BrowserWindow => {
    const built = options.createWindow('main', `main-window/index.html#${view}`);
    // Without the dock icon a macOS window cannot be reached by keyboard.
    void options.dock?.show();
    const onShown = (): void => {
      options.onBeforeShow(built);
      options.onVisibilityChanged();
    };
    whenReadyToShow(built, () => built.show());
    built.on('show', onShown);
    built.on('restore', onShown);
    built.on('minimize', options.onVisibilityChanged);
    built.on('hide', options.onVisibilityChanged);
    built.once('closed', () => {
      if (window === built) window = null;
      hideDock();
      options.onVisibilityChanged();
    });
    return built;
  };
  return {
    open(view) {
      if (window === null) {
        window = build(view);
        return;
      }
      options.requestView(window, view);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    window: () => window,
    destroy() {
      window?.destroy();
      window = null;
    },
  };
}
