import type { BrowserWindow } from 'electron';

/** The part of a window that this needs. */
type ReadyWindow = Pick<BrowserWindow, 'once' | 'isDestroyed'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'once'>;
};

/** Long enough for the first picture where there will be one; short enough to pass for the time that loading takes. */
const patienceMs = 150;

/**
 * Calls `onReady` once a hidden window can be shown: when its first picture is drawn, or, on Linux, a moment after its
 * page was loaded. On Wayland a window that was never shown draws nothing, so the first never happens:
 * https://github.com/electron/electron/issues/48859
 */
export function whenReadyToShow(window: ReadyWindow, onReady: () => void, platform = process.platform): void {
  let isDone = false;
  const finish = (): void => {
    if (isDone || window.isDestroyed()) return;
    isDone = true;
    onReady();
  };
  window.once('ready-to-show', finish);
  if (platform === 'linux') window.webContents.once('did-finish-load', () => setTimeout(finish, patienceMs));
}
