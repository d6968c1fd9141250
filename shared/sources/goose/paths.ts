import { joinPath, toFolder, withOtherHomes } from '../lib/paths.ts';
import { dataFolderIn, dataRoot } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** Where Goose keeps its sessions: below `GOOSE_PATH_ROOT`, else below the data folder of the system. See README.md. */
export function gooseRoots(host: HostEnvironment): readonly LogRoot[] {
  return withOtherHomes(host, [ownRoot(host)], (home) => [dataFolderIn(host.platform, home, 'goose', 'sessions')]);
}

/** Where to look in a folder that the person specified: the folder of sessions, a data folder, a path root, or a home. */
export function gooseExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [
    folder,
    joinPath(platform, folder, 'sessions'),
    joinPath(platform, folder, 'data', 'sessions'),
    dataFolderIn(platform, folder, 'goose', 'sessions'),
  ].map((path) => ({ path, origin: 'settings' }));
}

/** No folder below: the database is in the root. */
export function isGooseFolder(_relativePath: string): boolean {
  return false;
}

/** Whether a file is Goose's database of sessions. */
export function isGooseDatabase(relativePath: string): boolean {
  return relativePath === 'sessions.db';
}

function ownRoot(host: HostEnvironment): LogRoot {
  const { platform, home, variables } = host;
  const root = toFolder(host, variables['GOOSE_PATH_ROOT']);
  if (root !== null) return { path: joinPath(platform, root, 'data', 'sessions'), origin: 'GOOSE_PATH_ROOT' };
  if (platform === 'win32') {
    const data = toFolder(host, variables['APPDATA']) ?? joinPath(platform, home, 'AppData', 'Roaming');
    return { path: joinPath(platform, data, 'Block', 'goose', 'data', 'sessions'), origin: 'default' };
  }
  return dataRoot(host, 'goose', 'sessions');
}
