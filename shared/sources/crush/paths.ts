import { joinPath, withOtherHomes } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Crush keeps its data in `.crush` inside each project: this is what it started in a home. The others are in its list of
 * projects, or added by the person in the settings. See README.md.
 */
export function crushRoots(host: HostEnvironment): readonly LogRoot[] {
  const dataIn = (home: string): string => joinPath(host.platform, home, '.crush');
  return withOtherHomes(host, [{ path: dataIn(host.home), origin: 'default' }], (home) => [dataIn(home)]);
}

/** Where to look in a folder that the person specified: a data folder, or a project. */
export function crushExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [
    { path: folder, origin: 'settings' },
    { path: joinPath(platform, folder, '.crush'), origin: 'settings' },
  ];
}

/** No folder below: the database is in the root. */
export function isCrushFolder(_relativePath: string): boolean {
  return false;
}

/** Whether a file is Crush's database. */
export function isCrushDatabase(relativePath: string): boolean {
  return relativePath === 'crush.db';
}
