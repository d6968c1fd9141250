import type { BrowserWindow, Dock } from 'electron';
import type { View } from '../../../shared/contract/index.ts';
import type { SessionQuery } from '../../../shared/domain/session-timeline.ts';
import { whenReadyToShow } from './when-ready.ts';
import type { CreateWindow } from './window-factory.ts';

/** The window with history and settings. It exists only while it is open. */
export interface MainWindow {
  /** Opens it with this view, or brings it to the front and asks it to show the view. */
  open(view: View): void;
  /** The same with the timeline of a session. */
  openSession(session: SessionQuery): void;
  window(): BrowserWindow | null;
  /** Its settings have changed. */
  adapt(): void;
  destroy(): void;
}

const dockSettlesMs = 2_000;

/** The window's dependencies. */
interface MainWindowOptions {
  readonly createWindow: CreateWindow;
  /** macOS only, otherwise undefined: the dock icon shows while the window is open. */
  readonly dock: Pick<Dock, 'show' | 'hide'> | undefined;
  readonly requestView: (window: BrowserWindow, view: View) => void;
  readonly requestSession: (window: BrowserWindow, session: SessionQuery) => void;
  /** The person wants it left out of recordings and shared screens, where the system can do that. */
  readonly isPrivate: () => boolean;
  readonly onBeforeShow: (window: BrowserWindow) => void;
  readonly onVisibilityChanged: () => void;
}

/** Builds the handle without a window. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;

  const hideDock = (): void => {
    options.dock?.hide();
    // macOS ignores it within a second of showing the icon.
    if (options.dock !== undefined) setTimeout(() => window ?? options.dock?.hide(), dockSettlesMs).unref();
  };
  const protect = (open: BrowserWindow): void => open.setContentProtection(options.isPrivate());
  const build = (place: string): BrowserWindow => {
    const built = options.createWindow('main', `main-window/index.html#${place}`);
    // Without the dock icon a macOS window cannot be reached by keyboard.
    void options.dock?.show();
    const onShown = (): void => {
      protect(built);
      options.onBeforeShow(built);
      options.onVisibilityChanged();
    };
    protect(built);
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
  /** Opens the window at a place of its page, or navigates the one that is open. */
  const bringUp = (place: string, request: (open: BrowserWindow) => void): void => {
    if (window === null) {
      window = build(place);
      return;
    }
    request(window);
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  return {
    open: (view) => bringUp(view, (open) => options.requestView(open, view)),
    openSession: (session) => bringUp(toSessionPlace(session), (open) => options.requestSession(open, session)),
    window: () => window,
    adapt() {
      if (window !== null && !window.isDestroyed()) protect(window);
    },
    destroy() {
      window?.destroy();
      window = null;
    },
  };
}

/** The address of a session's timeline in the window's page. */
function toSessionPlace({ source, sessionId }: SessionQuery): string {
  return `explore?${new URLSearchParams({ by: 'session', source, session: sessionId }).toString()}`;
}
