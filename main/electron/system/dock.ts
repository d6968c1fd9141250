import type { App } from 'electron';

const recheckMs = 2_000;

/**
 * Hides a tray app's dock icon (macOS; does nothing elsewhere). Checks again after a while, since a hide during launch
 * can get lost, and leaves the icon if a window needs it by then.
 */
export function hideDock(app: Pick<App, 'dock'>, isNeeded: () => boolean): void {
  const { dock } = app;
  if (dock === undefined) return;
  dock.hide();
  setTimeout(() => {
    if (!isNeeded()) dock.hide();
  }, recheckMs).unref();
}
