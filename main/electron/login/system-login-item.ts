import type { App } from 'electron';
import type { LoginItemFailure } from '../../../shared/domain/settings-failure.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { LoginItem } from './login-item-port.ts';

/** The part of Electron's app that is used. */
export type LoginItemSystem = Pick<App, 'setLoginItemSettings' | 'getLoginItemSettings'>;

/**
 * The login item on macOS and Windows, where the system stores it. Its state is read back: macOS may require the
 * person's approval first, and reports nothing when it refuses an unsigned app; in Windows' Task Manager an item can be
 * switched off without being removed.
 */
export function createSystemLoginItem(options: {
  readonly system: LoginItemSystem;
  readonly platform: NodeJS.Platform;
  /** How to start this app again: program and arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly argumentsAtLogin: readonly string[];
}): LoginItem {
  const { system, platform } = options;
  const [program, ...args] = options.command;
  // macOS starts the app's bundle and takes no arguments.
  const isOwnProgram = platform !== 'darwin' || args.length === 0;
  const item =
    platform === 'win32'
      ? { path: program, args: [...args.map((arg) => `"${arg}"`), ...options.argumentsAtLogin] }
      : {};
  const isOn = (): boolean => {
    const settings = system.getLoginItemSettings(item);
    // Undefined except on Windows.
    const isSwitchedOff = (settings.executableWillLaunchAtLogin as boolean | undefined) === false;
    return settings.openAtLogin && !isSwitchedOff;
  };
  const toRefusal = (isWanted: boolean): LoginItemFailure => {
    if (!isWanted) return { kind: 'login-item-not-removed' };
    const needsApproval = system.getLoginItemSettings(item).status === 'requires-approval';
    return { kind: needsApproval ? 'login-item-needs-approval' : 'login-item-not-added' };
  };
  return {
    isOn: () => Promise.resolve(isOwnProgram && isOn()),
    set(isWanted) {
      // Electron itself would start at login, without the app.
      if (!isOwnProgram) return Promise.resolve(isWanted ? fail({ kind: 'login-item-not-added' }) : ok(undefined));
      system.setLoginItemSettings({ openAtLogin: isWanted, ...item });
      return Promise.resolve(isOn() === isWanted ? ok(undefined) : fail(toRefusal(isWanted)));
    },
    refresh: () => Promise.resolve(),
  };
}

/** Whether the system started the app at login; only macOS, which passes no arguments, reports this. */
export function wasOpenedAtLogin(system: Pick<App, 'getLoginItemSettings'>, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && system.getLoginItemSettings().wasOpenedAtLogin;
}
