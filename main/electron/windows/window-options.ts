import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** The windows that the app has. */
export type WindowRole = 'popover' | 'main' | 'gauge';

/** The web preferences of every page; the defaults, defined once so that no window can differ. */
export function toWebPreferences(preloadFile: string): WebPreferences {
  return {
    preload: preloadFile,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    // An unthrottled hidden page keeps painting.
    backgroundThrottling: true,
    spellcheck: false,
    navigateOnDragDrop: false,
  };
}

/** Size of the popover, in device-independent pixels, until its page reports its height. */
export const popoverSize = { width: 360, height: 560 } as const;

/** Size of the gauge, in device-independent pixels, until its page reports its own. */
export const gaugeSize = { width: 176, height: 44 } as const;

/** A window's options, without those of its page. */
export function toWindowOptions(
  role: WindowRole,
  platform: NodeJS.Platform,
  backgroundColor: string,
): BrowserWindowConstructorOptions {
  const common = { show: false, backgroundColor, acceptFirstMouse: true, autoHideMenuBar: true } as const;
  if (role === 'main') {
    return { ...common, title: 'Fuelgauge', width: 1040, height: 720, minWidth: 640, minHeight: 480 };
  }
  return {
    ...common,
    ...(role === 'gauge' ? gaugeSize : popoverSize),
    title: 'Fuelgauge',
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: role === 'gauge' || platform !== 'darwin',
    ...(platform === 'darwin' ? { hiddenInMissionControl: true } : {}),
  };
}
