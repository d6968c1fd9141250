import { joinPath, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where OpenCode keeps its data, on every system: `opencode` below `XDG_DATA_HOME`, else below `.local/share` in the home.
 * `OPENCODE_DATA_DIR` (a comma-separated list) is a convention of usage tools and replaces both. See README.md.
 */
export function openCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  return withoutRepeats(platform, [
    ...(configuredRoots(host) ?? [defaultRoot(host)]),
    ...host.otherHomes.map(({ path }) => ({ path: dataBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: a data folder, or a home. */
export function openCodeExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [
    { path: folder, origin: 'settings' },
    { path: dataBelow(platform, folder), origin: 'settings' },
  ];
}

/** Only the folders that lead to old messages: beside them are copies of whole projects, and secrets. */
export function isOpenCodeFolder(relativePath: string): boolean {
  return /^storage(?:\/message(?:\/[^/]+)?)?$/.test(relativePath);
}

/** Whether a file is OpenCode's database, or that of one of its channel builds. */
export function isOpenCodeDatabase(relativePath: string): boolean {
  return /^opencode(?:-[\w.-]+)?\.db$/.test(relativePath);
}

/** Whether a file is a message from before the database. */
export function isOpenCodeMessage(relativePath: string): boolean {
  return /^storage\/message\/[^/]+\/msg_[^/]+\.json$/.test(relativePath);
}

function configuredRoots(host: HostEnvironment): readonly LogRoot[] | null {
  const folders = (host.variables['OPENCODE_DATA_DIR'] ?? '')
    .split(',')
    .map((entry) => toFolder(host, entry))
    .filter((folder) => folder !== null);
  return folders.length === 0 ? null : folders.map((path) => ({ path, origin: 'OPENCODE_DATA_DIR' }));
}

function defaultRoot(host: HostEnvironment): LogRoot {
  const xdg = toFolder(host, host.variables['XDG_DATA_HOME']);
  if (xdg === null) return { path: dataBelow(host.platform, host.home), origin: 'default' };
  return { path: joinPath(host.platform, xdg, 'opencode'), origin: 'XDG_DATA_HOME' };
}

function dataBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.local', 'share', 'opencode');
}
