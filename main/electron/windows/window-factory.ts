import { BrowserWindow } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';
import { appOrigin } from '../security/asset-path.ts';
import { toWebPreferences, toWindowOptions, type WindowRole } from './window-options.ts';
import { enableZoom } from './zoom.ts';

/** Builds windows. */
export type CreateWindow = (role: WindowRole, page: string) => BrowserWindow;

/** Builds the factory: the only place that creates windows, so that all are equally locked down. */
export function createWindowFactory(options: {
  readonly platform: NodeJS.Platform;
  readonly preloadFile: string;
  /** The app's icon, for window managers that show one (Linux). */
  readonly iconFile: string;
  readonly backgroundColor: () => string;
  /** Called with every new window, before its page loads. */
  readonly onCreated: (window: BrowserWindow, role: WindowRole) => void;
  readonly logger: Logger;
}): CreateWindow {
  return (role, page) => {
    const window = new BrowserWindow({
      ...toWindowOptions(role, options.platform, options.backgroundColor()),
      ...(options.platform === 'linux' ? { icon: options.iconFile } : {}),
      webPreferences: toWebPreferences(options.preloadFile),
    });
    enableZoom(window.webContents, options.platform);
    options.onCreated(window, role);
    window.loadURL(`${appOrigin}/${page}`).catch((error: unknown) => {
      if (!window.isDestroyed()) options.logger.error(`cannot load ${page}`, error);
    });
    return window;
  };
}
