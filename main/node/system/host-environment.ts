import { homedir } from 'node:os';
import path from 'node:path';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { createWslGuests, noGuests, type GuestSystems } from './guest-systems.ts';
import { toWindowsProgram } from './system-programs.ts';
import { listRunningDistributions } from './wsl-homes.ts';

/** Variables that locate *our own* data; they belong to the logged-in person, not to another home. */
const ownFolderVariables = ['APPDATA', 'LOCALAPPDATA', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'];

/**
 * The host as the sources see it. With `home`, logs are searched for as if that were the home folder; the agents' own
 * variables still take precedence, and the system's folder variables no longer apply.
 */
export function readHostEnvironment(home: string | null): HostEnvironment {
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  if (home === null) {
    return { platform, home: homedir(), variables: { ...process.env }, otherHomes: [] };
  }
  const variables = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ownFolderVariables.includes(name)),
  );
  return { platform, home: path.resolve(home), variables, otherHomes: [] };
}

/** The other systems on this machine whose homes count, with `home` as above: none for a home that was given. */
export function createGuests(home: string | null, platform: NodeJS.Platform = process.platform): GuestSystems {
  if (home !== null || platform !== 'win32') return noGuests;
  const wsl = toWindowsProgram('wsl.exe', process.env);
  return createWslGuests({ listRunning: () => listRunningDistributions(wsl) });
}
