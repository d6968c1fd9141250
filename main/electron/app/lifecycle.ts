import type { App, AutoUpdater, PowerMonitor } from 'electron';
import type { QuitSequence } from './quit-sequence.ts';

/** Whether the app is quitting: windows must then allow themselves to be closed. */
export interface Lifecycle {
  isQuitting(): boolean;
  /** Asks the app to quit. */
  quit(): void;
}

/**
 * Keeps the app alive without windows and runs the quit sequence before it ends, regardless of who requested the quit:
 * the person, the session manager, or an updater (which never emits `before-quit`).
 */
export function createLifecycle(options: {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly autoUpdater: Pick<AutoUpdater, 'on'> | null;
  readonly sequence: QuitSequence;
}): Lifecycle & { watchShutdown(powerMonitor: Pick<PowerMonitor, 'on'>): void } {
  const { app, sequence } = options;
  let isUpdating = false;
  // A tray app usually has no window; without a listener Electron would quit when the last one closes.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    if (sequence.state() === 'done') return;
    event.preventDefault();
    void sequence.run().then(() => app.quit());
  });
  // Windows ends the process soon after, whatever we answer; each window is notified, and a tray app may have none.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => void sequence.run());
  });
  options.autoUpdater?.on('before-quit-for-update', () => {
    isUpdating = true;
    void sequence.run();
  });
  return {
    isQuitting: () => isUpdating || sequence.state() !== 'running',
    quit: () => app.quit(),
    // The power monitor must not be accessed before the app is ready.
    watchShutdown(powerMonitor) {
      // Its type does not include the event, whose default is not to wait for us (Linux, macOS).
      const onShutdown = (event?: { preventDefault(): void }): void => {
        event?.preventDefault();
        app.quit();
      };
      powerMonitor.on('shutdown', onShutdown);
    },
  };
}
