import { homedir } from 'node:os';
import path from 'node:path';
import type { HostEnvironment } from '../../shared/sources/source.ts';
import { findWslHomes } from './wsl-homes.ts';

/** Variables that locate *our own* data; they belong to the logged-in person, not to another home. */
const ownFolderVariables = ['APPDATA', 'LOCALAPPDATA', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'];

/**
 * The host as the sources see it. With `home`, logs are searched for as if that were the home folder; the agents' own
 * variables still take precedence, and the system's folder variables no longer apply.
 */
export async function readHostEnvironment(home: string | null): Promise<HostEnvironment> {
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  if (home === null) {
    return { platform, home: homedir(), variables: { ...process.env }, otherHomes: await findWslHomes(platform) };
  }
  const variables = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ownFolderVariables.includes(name)),
  );
  return { platform, home: path.resolve(home), variables, otherHomes: [] };
}
