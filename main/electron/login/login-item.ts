import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '../../../shared/lib/result.ts';
import { replaceFile } from '../../node/system/replace-file.ts';
import type { LoginItem } from './login-item-port.ts';
import { createSystemLoginItem, type LoginItemSystem } from './system-login-item.ts';
import { isActiveAutostartEntry, toAutostartEntry } from './desktop-entry.ts';

const argumentsAtLogin = ['--hidden'] as const;

/** Builds the login item for this system. */
export function createLoginItem(options: {
  readonly app: LoginItemSystem;
  readonly platform: NodeJS.Platform;
  /** `HOME`, `XDG_CONFIG_HOME`, `APPIMAGE`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  /** How to start this app again: program and arguments. */
  readonly command: readonly [program: string, ...args: string[]];
}): LoginItem {
  const { platform, variables, command } = options;
  if (platform !== 'linux') return createSystemLoginItem({ system: options.app, platform, command, argumentsAtLogin });
  const configFolder = variables['XDG_CONFIG_HOME'] || path.join(options.homeFolder, '.config');
  // An AppImage's mounted program is gone after the session: the file itself must be started.
  const start = variables['APPIMAGE'] ? ([variables['APPIMAGE']] as const) : command;
  return createAutostartFile(path.join(configFolder, 'autostart', 'fuelgauge.desktop'), [
    ...start,
    ...argumentsAtLogin,
  ]);
}

/** Linux desktops start everything in the autostart folder. */
function createAutostartFile(file: string, command: readonly [program: string, ...args: string[]]): LoginItem {
  const isOn = async (): Promise<boolean> => {
    const text = await readFile(file, 'utf8').catch(() => null);
    return text !== null && isActiveAutostartEntry(text);
  };
  return {
    isOn,
    async refresh() {
      if (await isOn()) await replaceFile(file, toAutostartEntry(command), 'isPublic').catch(() => undefined);
    },
    async set(isWanted) {
      try {
        if (isWanted) await replaceFile(file, toAutostartEntry(command), 'isPublic');
        else await rm(file, { force: true });
        return ok(undefined);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : null;
        return fail({ kind: 'login-item-file-not-written', file, code });
      }
    },
  };
}
