import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { isAbsolutePath, joinPath, lastSegment, toFolder } from '../lib/paths.ts';
import type { FolderList, HostEnvironment } from '../source.ts';

type Platform = HostEnvironment['platform'];

const dataFolder = '.crush';

/** Where Crush notes in which projects it ran, and the data folder of each. See README.md. */
export const crushProjects: FolderList = { files: toFiles, readFolders, log: 'crush.db' };

function toFiles(host: HostEnvironment): readonly string[] {
  const { platform, home, variables } = host;
  const own = toFolder(host, variables['CRUSH_GLOBAL_DATA']);
  const folder = own ?? joinPath(platform, toDataHome(host) ?? joinPath(platform, home, '.local', 'share'), 'crush');
  return [joinPath(platform, folder, 'projects.json')];
}

/** As Crush chooses it: the XDG variable counts on Windows, too. */
function toDataHome(host: HostEnvironment): string | null {
  const { platform, home, variables } = host;
  const named = toFolder(host, variables['XDG_DATA_HOME']);
  if (named !== null || platform !== 'win32') return named;
  return toFolder(host, variables['LOCALAPPDATA']) ?? joinPath(platform, home, 'AppData', 'Local');
}

/** `{projects: [{path, data_dir, last_accessed}]}`, the latest first. */
function readFolders(text: string, platform: Platform): readonly string[] {
  const list = parseJsonRecord(text);
  const projects: unknown = list.ok ? list.value['projects'] : null;
  if (!Array.isArray(projects)) return [];
  return projects.flatMap((project: unknown) => {
    const folder = toDataFolder(toRecord(project) ?? {}, platform);
    return folder === null ? [] : [folder];
  });
}

/** The data folder itself where it has its usual name: it may be that of a folder above the project's. */
function toDataFolder({ path, data_dir: data }: Readonly<Record<string, unknown>>, platform: Platform): string | null {
  if (isFolder(data, platform) && lastSegment(data) === dataFolder) return data;
  return isFolder(path, platform) ? joinPath(platform, path, dataFolder) : null;
}

/** Absolute, without detours, and on Windows on a drive: `\\name` would ask another machine. */
function isFolder(value: unknown, platform: Platform): value is string {
  if (typeof value !== 'string' || value.length > 4096 || /\p{Cc}/u.test(value)) return false;
  if (platform === 'win32' && !/^[A-Za-z]:[\\/]/.test(value)) return false;
  return isAbsolutePath(platform, value) && !value.split(/[\\/]/).includes('..');
}
