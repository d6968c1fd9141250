import { joinPath, toFolder, withOtherHomes, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where Zed keeps its threads: `threads` in its data folder, which each system has elsewhere; on Linux also that of its
 * Flatpak. See README.md.
 */
export function zedRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const xdg = toFolder(host, host.variables['FLATPAK_XDG_DATA_HOME'] ?? host.variables['XDG_DATA_HOME']);
  const ownRoots =
    platform === 'win32'
      ? [toFolder(host, host.variables['LOCALAPPDATA']) ?? joinPath(platform, host.home, 'AppData', 'Local')].map(
          (data) => ({ path: joinPath(platform, data, 'Zed', 'threads'), origin: 'default' }),
        )
      : [
          ...(xdg === null || platform === 'darwin'
            ? []
            : [{ path: joinPath(platform, xdg, 'zed', 'threads'), origin: 'XDG_DATA_HOME' }]),
          ...foldersBelow(platform, host.home).map((path) => ({ path, origin: 'default' })),
        ];
  return withOtherHomes(host, ownRoots, (home) => foldersBelow(platform, home));
}

/** Where to look in a folder that the person specified: the folder of threads, a data folder, or a home. */
export function zedExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return withoutRepeats(
    platform,
    [
      folder,
      joinPath(platform, folder, 'threads'),
      ...foldersBelow(platform, folder),
      joinPath(platform, folder, 'AppData', 'Local', 'Zed', 'threads'),
    ].map((path) => ({ path, origin: 'settings' })),
  );
}

/** No folder below: the database is in the root. */
export function isZedFolder(_relativePath: string): boolean {
  return false;
}

/** Whether a file is Zed's database of threads. */
export function isZedDatabase(relativePath: string): boolean {
  return relativePath === 'threads.db';
}

/** The places on macOS and Linux; a home may be another system's. */
function foldersBelow(platform: Platform, home: string): readonly string[] {
  return platform === 'darwin'
    ? [joinPath(platform, home, 'Library', 'Application Support', 'Zed', 'threads')]
    : [
        joinPath(platform, home, '.local', 'share', 'zed', 'threads'),
        joinPath(platform, home, '.var', 'app', 'dev.zed.Zed', 'data', 'zed', 'threads'),
      ];
}
