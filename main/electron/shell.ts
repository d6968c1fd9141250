import path from 'node:path';
import { app, type BrowserWindow, type NativeTheme, type PowerMonitor, type Screen } from 'electron';
import { minuteMs } from '../../shared/domain/instant.ts';
import { desktopContract, type View } from '../../shared/contract/index.ts';
import { createProblem } from '../../shared/domain/problem.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { createMessages } from '../../shared/messages/catalogue.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import { describeTooltip } from '../../shared/snapshot/describe-tooltip.ts';
import { toTrayState } from '../../shared/snapshot/tray-state.ts';
import { toWindowsProgram } from '../node/system-programs.ts';
import { createAlerts } from './alerts.ts';
import type { AppOptions } from './app-options.ts';
import { createAppearance } from './appearance.ts';
import type { Lifecycle } from './app/lifecycle.ts';
import { toUnpackedPath, type AppArguments } from './app/paths.ts';
import type { QuitStep } from './app/quit-sequence.ts';
import { createAttention } from './attention.ts';
import { createCallHandlers } from './call-handlers.ts';
import { createSettingsChanger } from './change-settings.ts';
import { chooseFolder } from './choose-folder.ts';
import { hideDock } from './dock.ts';
import { bindCalls } from './ipc/binder.ts';
import { createHub } from './ipc/hub.ts';
import { createKeyboardReturn } from './keyboard-return.ts';
import { createLoginItem } from './login-item.ts';
import { createNotifier } from './notifications.ts';
import { watchPower } from './power.ts';
import { openSettingsStore } from './settings-store.ts';
import { createSnapshotView } from './snapshot-view.ts';
import { readTaskbarTheme } from './taskbar-theme.ts';
import { createPacedRendering } from './tray/paced-rendering.ts';
import { watchTrayVisibility } from './tray/tray-visibility.ts';
import { createTray, type TrayView } from './tray/tray.ts';
import { createMainWindow } from './windows/main-window.ts';
import { toKnownBounds } from './windows/popover-position.ts';
import { createPopover } from './windows/popover-window.ts';
import { createWindowFactory } from './windows/window-factory.ts';

/** The running app. */
export interface Shell {
  showPopover(): void;
  /** Gives up the window whose page's process died; opening it again makes a new one. */
  dropWindow(webContentsId: number): void;
  /** What is to be done before the process ends, in order. */
  quitSteps(): readonly QuitStep[];
}

/** What the shell is given: the app's options, and what was set up before Electron was ready. */
export interface ShellOptions extends AppOptions {
  readonly launch: AppArguments;
  readonly dataFolder: string;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  readonly nativeTheme: NativeTheme;
  readonly powerMonitor: PowerMonitor;
  readonly screen: Screen;
}

const popoverIdleMs = 10 * 60_000;
/** How long the tray's words stay before others take their place. */
const trayWordsPauseMs = 10_000;
/** The tooltip counts down to the minute, also while nothing else changes. */
const trayTickMs = minuteMs;

/** Puts the app together, once Electron is ready: the tray icon first, then the engine; windows when asked for. */
export function createShell(options: ShellOptions): Shell {
  const { dataFolder, launch, lifecycle, logger, screen } = options;
  const { platform } = process;
  const nowMs = Date.now;
  const messages = createMessages();
  const iconFile = toUnpackedPath(path.join(options.iconsFolder, 'icon.png'));
  const store = openSettingsStore({ dataFolder, nowMs, logger });
  const reg = platform === 'win32' ? toWindowsProgram('reg.exe', process.env) : null;
  const appearance = createAppearance(options.nativeTheme, reg === null ? null : () => readTaskbarTheme(reg));
  appearance.apply(store.get().theme);
  const view = createSnapshotView(toTimeZone(store.get().timeZone), nowMs);
  for (const problem of store.problems()) view.setProblem(problem);
  let isPaused = false;

  const toTrayView = (): TrayView => {
    const settings = store.get();
    const state = toTrayState(view.current(), settings.thresholdsPercent);
    return {
      // The engine's own word for a pause comes a moment after the click.
      state: isPaused && state !== 'error' ? 'paused' : state,
      tooltip: describeTooltip(view.current(), messages, nowMs()),
      isPaused,
      color: settings.trayIconColor,
      isPanelDark: appearance.isPanelDark(),
      scaleFactor: Math.max(1, ...screen.getAllDisplays().map((display) => display.scaleFactor)),
    };
  };
  const tray = createTray({
    platform,
    iconsFolder: path.join(options.iconsFolder, 'tray'),
    firstView: toTrayView(),
    messages,
    onClick: () => popover.toggle(),
    onAction(action) {
      if (action === 'open') popover.show();
      else if (action === 'togglePaused') setPaused(!isPaused);
      else if (action === 'quit') lifecycle.quit();
      else openWindow(action);
    },
  });
  const trayRendering = createPacedRendering<TrayView>({ render: tray.render, pauseMs: trayWordsPauseMs, nowMs });
  const renderTray = (): void => {
    const next = toTrayView();
    const { tooltip: _words, ...urgent } = next;
    trayRendering.request(next, JSON.stringify([urgent, view.current().sections.scan.phase]));
  };

  const trayTicks = setInterval(renderTray, trayTickMs);

  const hub = createHub();
  const windows = new Map<number, BrowserWindow>();
  const createWindow = createWindowFactory({
    platform,
    preloadFile: options.preloadFile,
    iconFile,
    backgroundColor: appearance.backgroundColor,
    onCreated(window) {
      const { id } = window.webContents;
      const detach = hub.attach(window);
      windows.set(id, window);
      window.once('closed', () => {
        detach();
        windows.delete(id);
      });
    },
    logger,
  });
  const catchUp = (window: BrowserWindow): void => hub.catchUp(window.webContents.id);
  const popover = createPopover({
    createWindow,
    platform,
    screen,
    trayBounds: () => tray.bounds(),
    isQuitting: () => lifecycle.isQuitting(),
    onBeforeShow(window) {
      keyboard.onBeforeShow();
      catchUp(window);
    },
    onVisibilityChanged: () => attention.refresh(),
    onDismissed: () => keyboard.onDismissed(),
    nowMs,
    idleMs: popoverIdleMs,
  });
  const mainWindow = createMainWindow({
    createWindow,
    dock: app.dock,
    requestView: (window, wanted) => hub.tell(window.webContents.id, 'viewRequested', wanted),
    onBeforeShow: catchUp,
    onVisibilityChanged: () => attention.refresh(),
  });
  const keyboard = createKeyboardReturn({
    platform,
    app,
    focusTray: () => tray.focus(),
    isOtherWindowVisible: () => mainWindow.isVisible(),
  });
  hideDock(app, () => mainWindow.window() !== null);
  const openWindow = (wanted: View): void => {
    mainWindow.open(wanted);
    popover.hide();
  };

  const checksAnswers = !app.isPackaged;
  const engine = options.createEngineClient({
    home: launch.home,
    dataFolder,
    settings: store.get(),
    checksAnswers,
    logger,
  });
  const attention = createAttention({
    isPopoverVisible: () => popover.isVisible(),
    isHistoryVisible: () => mainWindow.isVisible(),
    tell: (now) => engine.setAttention(now),
  });
  const setPaused = (wanted: boolean): void => {
    isPaused = wanted;
    void engine.setPaused(wanted);
    renderTray();
  };
  const rescan = (): void => {
    engine.rescan().catch((error: unknown) => logger.warn(`cannot look again: ${String(error)}`));
  };
  const loginItem = createLoginItem({
    app,
    platform,
    variables: process.env,
    homeFolder: app.getPath('home'),
    command: process.defaultApp ? [process.execPath, app.getAppPath()] : [process.execPath],
  });
  const changer = createSettingsChanger(store, loginItem);
  const notifier = createNotifier({
    platform,
    appName: 'Fuelgauge',
    appId: options.appId,
    iconFile,
    onShown: () => view.clearProblem('notifications'),
    onFailure(cause) {
      logger.warn(`a notification could not be shown: ${cause}`);
      view.setProblem(createProblem('notifications', { cause }));
    },
  });
  const alerts = createAlerts({
    file: path.join(dataFolder, 'alerts.json'),
    settings: () => store.get(),
    messages,
    notify: (notice) => notifier.notify(notice, () => popover.show()),
    nowMs,
    logger,
  });

  const unbind = bindCalls({
    calls: desktopContract.calls,
    checksAnswers,
    handlers: createCallHandlers({
      engine,
      view,
      store,
      changer,
      setPaused,
      openWindow,
      hidePopover: () => popover.hide(),
      async chooseFolder() {
        popover.setDialogOpen(true);
        return chooseFolder(mainWindow.window()).finally(() => popover.setDialogOpen(false));
      },
      quit: () => lifecycle.quit(),
    }),
    knownWebContentsIds: () => hub.webContentsIds(),
    onAnswered(webContentsId, name, value) {
      if (name === 'snapshot') hub.noteDelivered(webContentsId, (value as AppSnapshot).revision);
    },
    logger,
  });

  store.onChange((settings) => {
    appearance.apply(settings.theme);
    engine.setSettings(settings);
    hub.broadcast('settingsChanged', settings);
    if (!settings.notifications) view.clearProblem('notifications');
    if (store.problems().every(({ id }) => id !== 'settings-values')) view.clearProblem('settings-values');
    renderTray();
  });
  appearance.onChange(() => {
    for (const window of windows.values()) window.setBackgroundColor(appearance.backgroundColor());
    renderTray();
  });
  screen.on('display-metrics-changed', renderTray);
  view.onChange((snapshot) => {
    hub.publishSnapshot(snapshot);
    renderTray();
  });
  hub.publishSnapshot(view.current());
  engine.onSnapshot((snapshot) => {
    view.accept(snapshot);
    alerts.observe(snapshot);
  });
  engine.onFatal((problem) => view.setFailed(problem));
  engine.start().catch((error: unknown) => {
    logger.error('the engine could not start', error);
    view.setFailed(createProblem('engine-stopped', { detail: null }));
  });
  attention.refresh();
  const stopWatchingPower = watchPower({
    powerMonitor: options.powerMonitor,
    platform,
    onChange: (power) => attention.setPower(power),
    onCatchUp: rescan,
  });
  changer.reconcile().catch((error: unknown) => logger.error('cannot tell whether Fuelgauge starts at login', error));

  const isSilent = launch.isHidden;
  // Otherwise a new user looks for the app in vain: Windows and GNOME hide tray icons.
  if (store.isFirstRun() && !isSilent) popover.show();
  const stopWatchingTray = watchTrayVisibility({
    platform,
    isOnScreen: () => toKnownBounds(tray.bounds(), screen.getAllDisplays()) !== null,
    onObstacle(obstacle) {
      view.setProblem(createProblem(obstacle, {}));
      if (!isSilent) mainWindow.open('history');
    },
  });
  return {
    showPopover: () => popover.show(),
    dropWindow: (webContentsId) => windows.get(webContentsId)?.destroy(),
    quitSteps: () => [
      {
        name: 'stop watching',
        run() {
          clearInterval(trayTicks);
          for (const stop of [stopWatchingTray, stopWatchingPower, attention.stop, trayRendering.stop]) stop();
        },
      },
      { name: 'stop the engine', run: () => engine.stop() },
      { name: 'write down alerts', run: () => alerts.flush() },
      { name: 'stop waiting for clicks', run: () => notifier.dispose() },
      { name: 'stop answering', run: unbind },
      { name: 'close windows', run: () => [popover, mainWindow].forEach((surface) => surface.destroy()) },
      { name: 'remove the tray icon', run: () => tray.destroy() },
    ],
  };
}

function toTimeZone(setting: string): string {
  return setting === 'system' ? Intl.DateTimeFormat().resolvedOptions().timeZone : setting;
}
