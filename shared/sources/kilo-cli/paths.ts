import { joinPath, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where Kilo keeps its data, on every system: `kilo` below `XDG_DATA_HOME`, else below `.local/share` in the home. See
 * README.md.
 */
export function kiloRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  return withoutRepeats(platform, [
    defaultRoot(host),
    ...host.otherHomes.map(({ path }) => ({ path: dataBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: a data folder, or a home. */
export function kiloExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [
    { path: folder, origin: 'settings' },
    { path: dataBelow(platform, folder), origin: 'settings' },
  ];
}

/** Only the folders that lead to old messages: beside them are copies of whole projects, and secrets. */
export function isKiloFolder(relativePath: string): boolean {
  return /^storage(?:\/message(?:\/[^/]+)?)?$/.test(relativePath);
}

/** Whether a file is Kilo's database, or that of one of its channel builds. */
export function isKiloDatabase(relativePath: string): boolean {
  return /^kilo(?:-[\w.-]+)?\.db$/.test(relativePath);
}

/** Whether a file is a message from before the database. */
export function isKiloMessage(relativePath: string): boolean {
  return /^storage\/message\/[^/]+\/msg_[^/]+\.json$/.test(relativePath);
}

function defaultRoot(host: HostEnvironment): LogRoot {
  const xdg = toFolder(host, host.variables['XDG_DATA_HOME']);
  if (xdg === null) return { path: dataBelow(host.platform, host.home), origin: 'default' };
  return { path: joinPath(host.platform, xdg, 'kilo'), origin: 'XDG_DATA_HOME' };
}

function dataBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.local', 'share', 'kilo');
}
