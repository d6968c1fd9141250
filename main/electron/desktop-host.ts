import { homedir } from 'node:os';
import { app, globalShortcut, safeStorage } from 'electron';
import type { Messages } from '../../shared/messages/catalogue.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { AlertChannel } from '../../shared/ports/alert-channel.ts';
import type { HostEnvironment } from '../../shared/sources/source.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { openHookInbox } from '../node/host/alerts/hook-inbox.ts';
import { createAlertLock } from '../node/host/alerts/alert-lock.ts';
import type { HostChannel } from '../node/host/alerts/deliver-alerts.ts';
import { createHost, type Host } from '../node/host/host.ts';
import type { HostStores } from '../node/host/open-stores.ts';
import type { LedgerKeys } from '../node/host/engine/worker-engine.ts';
import { createLocalStatuslineInstaller } from '../node/host/statusline/statusline-installer.ts';
import { openSecretStore } from '../node/host/secrets/secret-store.ts';
import { readSystemTimeZone } from '../node/system/system-time-zone.ts';
import type { AppOptions } from './app/app-options.ts';
import { createElectronNotification, onAnyNotificationClick } from './notifications/electron-notification.ts';
import { createDesktopChannel } from './notifications/desktop-channel.ts';
import { createLoginItem } from './login/login-item.ts';
import { createKeychainCipher } from './system/keychain-cipher.ts';
import { createSettingsChanger } from './settings/change-settings.ts';
import { createDoNotDisturbProbe } from '../node/host/alerts/do-not-disturb.ts';
import { createShortcut, followKeys } from './system/shortcut.ts';

/** A host with the desktop's notifications and login item. */
export interface DesktopHost {
  readonly host: Host;
  /** Updates the setting to the system's state of launching at login. Never rejects. */
  reconcileLoginItem(): Promise<void>;
  /** Stops waiting for clicks on notifications. */
  dispose(): void;
}

/** The host's dependencies. */
interface DesktopHostOptions {
  readonly stores: HostStores;
  readonly ledgerKeys: LedgerKeys;
  readonly createEngine: AppOptions['createEngine'];
  readonly home: string | null;
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
  readonly appId: string;
  readonly iconFile: string;
  readonly messages: Messages;
  readonly checksAnswers: boolean;
  readonly onNotificationClick: () => void;
  readonly onShortcut: () => void;
  readonly nowMs: () => number;
  readonly logger: Logger;
}

/** Builds the host; its engine is not started yet. */
export function createDesktopHost(options: DesktopHostOptions): DesktopHost {
  const { logger, platform, home, dataFolder, ledgerKeys, checksAnswers } = options;
  const { settings, alertFile } = options.stores;
  const loginItem = createLoginItem({
    app,
    platform,
    variables: process.env,
    homeFolder: app.getPath('home'),
    command: process.defaultApp ? [process.execPath, app.getAppPath()] : [process.execPath],
  });
  const shortcut = createShortcut(globalShortcut, options.onShortcut);
  const changer = createSettingsChanger(settings, loginItem, shortcut);
  const channel = createDesktopChannel({
    ...options,
    appName: 'Fuelgauge',
    createSystemNotification: createElectronNotification,
    onClick: options.onNotificationClick,
  });
  onAnyNotificationClick(options.onNotificationClick);
  const environment = toEnvironment(platform, home);
  const installer = createLocalStatuslineInstaller({ ...options, environment, workingFolder: null });
  const host = createHost({
    ...options,
    statusline: { installer, stateFolder: dataFolder },
    engine: options.createEngine({ home, dataFolder, settings: settings.get(), ledgerKeys, checksAnswers, logger }),
    settings,
    alertStores: { history: options.stores.alertHistory, secrets: openKeychain(dataFolder, logger) },
    changeSettings: changer.change,
    alerts: { file: alertFile, messages: options.messages, channels: [toDesktop(channel)], ...openAlertParts(options) },
    readSystemTimeZone,
  });
  followKeys(settings, host.view, shortcut);
  return {
    host,
    reconcileLoginItem: () =>
      changer
        .reconcile()
        .catch((error: unknown) => logger.error('cannot tell whether Fuelgauge starts at login', error)),
    dispose() {
      shortcut.set(null);
      channel.dispose();
    },
  };
}

function toEnvironment(platform: NodeJS.Platform, home: string | null): HostEnvironment {
  return {
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    home: home ?? homedir(),
    variables: process.env,
    otherHomes: [],
  };
}

/** Opens what decides which of several programs alerts, what agents' hooks report, and whether do-not-disturb is on. */
function openAlertParts({ platform, dataFolder, nowMs, logger }: DesktopHostOptions) {
  return {
    doNotDisturb: createDoNotDisturbProbe(platform),
    lock: createAlertLock({ dataFolder, isDesktop: true, logger }),
    hooks: openHookInbox(dataFolder, nowMs, logger),
  };
}

function toDesktop(channel: AlertChannel): HostChannel {
  return { channel, isOn: ({ notifications }) => notifications };
}

/** The secrets of channels, encrypted by the system's keychain where there is one. */
export function openKeychain(dataFolder: string, logger: Logger): SecretStore {
  return openSecretStore({ dataFolder, variables: process.env, cipher: createKeychainCipher(safeStorage), logger });
}
