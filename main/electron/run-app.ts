import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, autoUpdater, Menu, nativeTheme, powerMonitor, screen, session } from 'electron';
import type { AppOptions } from './app/app-options.ts';
import type { HostEnvironment } from '../../shared/sources/source.ts';
import { openCrashKeeper } from '../node/host/error-reports/open-crash-keeper.ts';
import { toDataFolder } from '../node/system/data-folder.ts';
import { createLifecycle } from './app/lifecycle.ts';
import { parseAppArguments } from './app/paths.ts';
import { createQuitSequence, type QuitStep } from './app/quit-sequence.ts';
import { takeSingleInstanceLock } from './app/single-instance.ts';
import { toApplicationMenu } from './app/application-menu.ts';
import { watchHealth } from './app/health.ts';
import { createLogFile, type LogFile } from '../node/system/log-file.ts';
import { messages } from '../node/host/messages.ts';
import { openKeychain } from './desktop-host.ts';
import { readLedgerKeys } from '../node/host/secrets/ledger-keys.ts';
import { openHostStores } from '../node/host/open-stores.ts';
import { openExternalLink } from './security/external-links.ts';
import { findRefusedSwitches } from './security/launch-switches.ts';
import { blockNavigation } from './security/navigation.ts';
import { cutOffDatagrams, cutOffNetwork, disableSpellChecker } from './security/no-network.ts';
import { registerAppScheme, serveApp } from './security/protocol.ts';
import { refuseLaunch } from './security/refuse-launch.ts';
import { hardenSession } from './security/session-hardening.ts';
import { createElectronStoreWriter } from './settings/settings-writer.ts';
import { createShell, type Shell } from './shell.ts';
import { wasOpenedAtLogin } from './login/system-login-item.ts';

/** Chromium’s name for a network service without a process of its own. */
const networkInMain = 'NetworkServiceInProcess2';
const maxLogBytes = 512 * 1024;
/** Timeout of each quit step; all of them must finish before a system that is shutting down kills the process. */
const quitStepMs = 3_000;

/**
 * Runs the tray app: everything that must happen before Electron is ready, in the required order; the shell does the
 * rest. Call once, from the entry module, before the first `await`.
 */
export function runApp(options: AppOptions): void {
  if (app.isPackaged) refuseDangerousSwitches();
  const launch = parseAppArguments(process.argv, process.cwd());
  const ownFolder = launch.data ?? (launch.home === null ? null : toDataFolder(toHost(launch.home)));
  if (ownFolder !== null) {
    mkdirSync(ownFolder, { recursive: true });
    app.setPath('userData', ownFolder);
  }
  let shellHandle: Shell | null = null;
  if (!takeSingleInstanceLock(app, () => shellHandle?.showPopover())) {
    app.exit(0);
    return;
  }
  const dataFolder = app.getPath('userData');
  const logger = openLog(ownFolder);
  prepareElectron(options.appId, logger);
  watchHealth({
    app,
    process,
    nowMs: Date.now,
    onRendererGone: (webContentsId) => shellHandle?.dropWindow(webContentsId),
    logger,
    keepCrash: openCrashKeeper(dataFolder, Date.now),
  });
  showWhenActivated(() => shellHandle?.showPopover());
  const steps = (): readonly QuitStep[] => [
    ...(shellHandle?.quitSteps() ?? []),
    { name: 'write-log', run: () => logger.flush() },
  ];
  const sequence = createQuitSequence({ steps, stepTimeoutMs: quitStepMs, logger });
  const lifecycle = createLifecycle({ app, autoUpdater: process.platform === 'linux' ? null : autoUpdater, sequence });

  const start = async (): Promise<void> => {
    const opening = openHostStores({
      dataFolder,
      createWriter: createElectronStoreWriter,
      welcomes: isNewcomer(dataFolder),
      nowMs: Date.now,
      logger,
    });
    const [stores] = await Promise.all([opening, app.whenReady()]);
    // The keychain is available only now.
    const ledgerKeys = await readLedgerKeys(openKeychain(dataFolder, logger), process.env);
    if (lifecycle.isQuitting()) return;
    lifecycle.watchShutdown(powerMonitor);
    disableSpellChecker(session.defaultSession);
    hardenSession(session.defaultSession, logger);
    serveApp(options.rendererFolder);
    const isHidden = launch.isHidden || wasOpenedAtLogin(app, process.platform);
    const shellOptions = { ...options, nativeTheme, powerMonitor, screen, launch: { ...launch, isHidden } };
    shellHandle = createShell({ ...shellOptions, dataFolder, stores, ledgerKeys, lifecycle, logger });
  };
  start().catch((error: unknown) => {
    logger.error('Fuelgauge could not start', error);
    void logger.flush().then(() => app.exit(1));
  });
}

/** macOS: the running app was launched again from the Finder or Spotlight, the only way in when its icon is hidden. */
function showWhenActivated(show: () => void): void {
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) show();
  });
}

/** A ledger without settings belongs to someone who has used the app before and needs no welcome. */
function isNewcomer(dataFolder: string): boolean {
  return !existsSync(path.join(dataFolder, 'ledger.db'));
}

/** The log, in the app's own folder or in the system's log folder. */
function openLog(ownFolder: string | null): LogFile {
  const folder = ownFolder === null ? app.getPath('logs') : path.join(ownFolder, 'logs');
  const logger = createLogFile({
    file: path.join(folder, 'fuelgauge.log'),
    homeFolder: app.getPath('home'),
    maxBytes: maxLogBytes,
    nowMs: Date.now,
  });
  logger.info(`Fuelgauge ${app.getVersion()} on ${process.platform}, Electron ${process.versions.electron}`);
  return logger;
}

/** What must be set before Electron is ready. */
function prepareElectron(appId: string, logger: LogFile): void {
  prepareChromium();
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  const menu = toApplicationMenu(process.platform);
  Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate([...menu]));
  registerAppScheme();
  blockNavigation({ app, openExternalLink: (link) => openExternalLink(link, logger), logger });
}

/** Configures Chromium before it starts. */
function prepareChromium(): void {
  // On Linux, Chromium was started without a sandbox where it must not have one (as root, in tests): requesting both
  // ends the process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  cutOffNetwork(app.commandLine);
  cutOffDatagrams(app);
  // Pages come from our own files and store their compiled code elsewhere: this cache would only write to the disk.
  app.commandLine.appendSwitch('disable-http-cache');
  // Storage for advertising (shared storage): its housekeeping would write to the disk two minutes after every start.
  app.commandLine.appendSwitch('disable-features', 'SharedStorageAPI');
  // Its own process would cost 17 MB for a service that may reach nothing (adr/0034). Appending would replace the features
  // that the user enabled, so both are passed.
  const features = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', features === '' ? networkInMain : `${features},${networkInMain}`);
}

/** The switches stay in development: debuggers and tests control the app through them. */
function refuseDangerousSwitches(): void {
  const { argv, platform } = process;
  const switches = findRefusedSwitches({ args: argv.slice(1), platform, isRoot: process.getuid?.() === 0 });
  if (switches.length === 0) return;
  const isSandboxAlone = platform === 'linux' && switches.every((name) => name === '--no-sandbox');
  refuseLaunch(isSandboxAlone ? messages.launch.noSandbox : messages.launch.refusedSwitches(switches));
}

/**
 * Another home belongs to another person: their usage must not end up in the ledger of the person who started the app.
 */
function toHost(home: string): HostEnvironment {
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  return { platform, home, variables: {}, otherHomes: [] };
}
