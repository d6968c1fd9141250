import path from 'node:path';
import { app, type NativeTheme, type PowerMonitor, type Screen } from 'electron';
import { createProblem } from '../../shared/domain/problem.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Host } from '../node/host/host.ts';
import { createServerSwitch } from '../node/host/serving/server-switch.ts';
import type { HostStores } from '../node/host/open-stores.ts';
import type { LedgerKeys } from '../node/host/engine/worker-engine.ts';
import { createMemoryKeeper } from '../node/memory/memory-keeper.ts';
import { systemClock } from '../node/system/system-clock.ts';
import { toWindowsProgram } from '../node/system/system-programs.ts';
import type { AppOptions } from './app/app-options.ts';
import type { Lifecycle } from './app/lifecycle.ts';
import { toUnpackedPath, type AppArguments } from './app/paths.ts';
import type { QuitStep } from './app/quit-sequence.ts';
import { createAppearance, type Appearance } from './system/appearance.ts';
import { followLanguage } from './app/language.ts';
import { readTaskbarTheme } from './system/taskbar-theme.ts';
import { messages } from '../node/host/messages.ts';
import { watchPower } from './system/power.ts';
import type { TrayAction } from './tray/tray-menu.ts';
import { createAppWindows, type AppWindows } from './app-windows.ts';
import { createDesktopHost, openKeychain } from './desktop-host.ts';
import { watchTrayVisibility } from './tray/tray-visibility.ts';
import { toKnownBounds } from './windows/popover-position.ts';
import { answerPages } from './shell-calls.ts';
import { createTraySurface, type TraySurface } from './tray-surface.ts';

/** The running app. */
export interface Shell {
  showPopover(): void;
  /** Discards the window whose renderer process died; opening it again creates a new one. */
  dropWindow(webContentsId: number): void;
  /** The steps to run before the process ends, in order. */
  quitSteps(): readonly QuitStep[];
}

/** The shell's dependencies: the app's options, and what was set up before. */
export interface ShellOptions extends AppOptions {
  readonly launch: AppArguments;
  readonly dataFolder: string;
  readonly stores: HostStores;
  /** With which keys the ledger's names are encrypted. */
  readonly ledgerKeys: LedgerKeys;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  readonly nativeTheme: NativeTheme;
  readonly powerMonitor: PowerMonitor;
  readonly screen: Screen;
}

/** Assembles the app once Electron is ready: first the tray icon, then the engine; windows on demand. */
export function createShell(options: ShellOptions): Shell {
  const { launch, lifecycle, logger } = options;
  const basics = {
    ...options,
    platform: process.platform,
    nowMs: Date.now,
    messages,
    iconFile: toUnpackedPath(path.join(options.iconsFolder, 'icon.png')),
    checksAnswers: !app.isPackaged,
  };
  const reg = process.platform === 'win32' ? toWindowsProgram('reg.exe', process.env) : null;
  const appearance = createAppearance(options.nativeTheme, reg === null ? null : () => readTaskbarTheme(reg));
  const desktop = createDesktopHost({
    ...basics,
    home: launch.home,
    onNotificationClick: () => windows.popover.show(),
    onShortcut: () => windows.popover.toggle(),
  });
  const { host } = desktop;
  appearance.apply(host.settings.get().theme);
  const tray = createTraySurface({
    ...basics,
    host,
    appearance,
    onClick: () => windows.popover.toggle(),
    onAction: (action) => runTrayAction(action, host, windows, lifecycle),
  });
  const windows = createAppWindows({ ...basics, host, appearance, tray, isQuitting: lifecycle.isQuitting });
  const server = createServerSwitch({ ...basics, host, load: options.loadServer, variables: process.env });
  const stopAnswering = answerPages({
    ...{ ...basics, host, windows, server, quit: lifecycle.quit },
    ...{ secrets: openKeychain(basics.dataFolder, basics.logger), variables: process.env },
  });
  const stopCollecting = follow({ host, appearance, tray, windows, screen: options.screen });
  windows.gauge.adapt();
  followLanguage({
    settings: host.settings,
    systemLocales: app.getPreferredSystemLanguages(),
    onChange: tray.render,
    onError: (error) => logger.error('the messages of a language could not be loaded', error),
  });
  const stopWatchingPower = watchPower({ ...basics, onChange: host.setPower, onCatchUp: host.rescan });
  host.start('watching').catch((error: unknown) => logger.error('the engine could not start', error));
  void desktop.reconcileLoginItem();
  const stopWatchingIcon = showIfHardToFind({ options, host, windows, tray });
  return {
    showPopover: () => windows.popover.show(),
    dropWindow: windows.drop,
    quitSteps: () => [
      { name: 'stop-watching', run: () => [stopWatchingIcon, stopWatchingPower, tray.stop].forEach((stop) => stop()) },
      { name: 'stop-collecting', run: stopCollecting },
      { name: 'stop-server', run: server.stop },
      { name: 'stop-engine', run: () => host.stop() },
      { name: 'stop-notifications', run: () => desktop.dispose() },
      { name: 'stop-answering', run: stopAnswering },
      { name: 'close-windows', run: () => windows.destroy() },
      { name: 'remove-tray-icon', run: () => tray.destroy() },
    ],
  };
}

/** Carries out an entry of the tray's menu. */
function runTrayAction(action: TrayAction, host: Host, windows: AppWindows, lifecycle: Lifecycle): void {
  if (action === 'open') windows.popover.show();
  else if (action === 'togglePaused') host.setPaused(!host.isPaused());
  else if (action === 'quit') lifecycle.quit();
  else windows.open(action);
}

/**
 * Keeps what is on screen in sync with the host and the system, and gives memory back to the system when nothing has
 * changed for a while. Returns a function that stops the latter.
 */
function follow(parts: {
  readonly host: Host;
  readonly appearance: Appearance;
  readonly tray: TraySurface;
  readonly windows: AppWindows;
  readonly screen: Screen;
}): Dispose {
  const { host, appearance, tray, windows } = parts;
  host.settings.onChange(({ theme }) => {
    appearance.apply(theme);
    windows.popover.adapt();
    windows.mainWindow.adapt();
    windows.gauge.adapt();
    tray.render();
  });
  appearance.onChange(() => {
    windows.recolor();
    tray.render();
  });
  parts.screen.on('display-metrics-changed', tray.render);
  host.view.onChange(tray.render);
  host.onPaused(tray.render);
  const memory = createMemoryKeeper(systemClock);
  host.view.onChange(memory.note);
  return memory.stop;
}

/**
 * Shows the app when the person would otherwise not find it, because it is new to them or its icon cannot be seen.
 * Returns a function that stops watching the icon.
 */
function showIfHardToFind(parts: {
  readonly options: ShellOptions;
  readonly host: Host;
  readonly windows: AppWindows;
  readonly tray: TraySurface;
}): Dispose {
  const { host, windows, tray } = parts;
  const { launch, screen } = parts.options;
  // Windows and GNOME hide tray icons.
  if (host.settings.isFirstRun() && !launch.isHidden) windows.popover.show();
  return watchTrayVisibility({
    platform: process.platform,
    isOnScreen: () => toKnownBounds(tray.bounds(), screen.getAllDisplays()) !== null,
    onObstacle(obstacle) {
      host.view.setProblem(createProblem(obstacle, {}));
      if (!launch.isHidden) windows.mainWindow.open('overview');
    },
  });
}
