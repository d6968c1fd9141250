import type { App } from 'electron';

const recheckMs = 2_000;

/**
 * Hides the dock icon of a tray app (macOS; nothing elsewhere). Looks again after a while, since a hide during the
 * launch can get lost, and leaves the icon when a window needs it by then.
 */
export function hideDock(app: Pick<App, 'dock'>, isNeeded: () => boolean): void {
  const { dock } = app;
  if (dock === undefined) return;
  dock.hide();
  setTimeout(() => {
    if (!isNeeded()) dock.hide();
  }, recheckMs).unref();
}
