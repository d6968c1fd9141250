import type { HostEnvironment, LogRoot } from '../source.ts';
import { joinPath, lastSegment, toFolder, withOtherHomes } from './paths.ts';

type Platform = HostEnvironment['platform'];

/** A folder in which an agent keeps its logs, inside every home. */
export interface Store {
  /** The folders that lead to it from a home. */
  readonly path: readonly [string, ...string[]];
  /** Environment variables that name the folder around it; every one that is set replaces the home's. */
  readonly variables: readonly string[];
}

/** Where a store is: in the folders that variables name, else in the home, and in other homes. */
export function storeRoots(host: HostEnvironment, store: Store): readonly LogRoot[] {
  const { platform, home, variables } = host;
  const moved = store.variables.flatMap((origin) => {
    const folder = toFolder(host, variables[origin]);
    return folder === null ? [] : [{ path: joinPath(platform, folder, nameOf(store)), origin }];
  });
  const own = moved.length > 0 ? moved : [{ path: joinPath(platform, home, ...store.path), origin: 'default' }];
  return withOtherHomes(host, own, (other) => [joinPath(platform, other, ...store.path)]);
}

/** Where to look in a folder that the person specified: the store itself, the folder around it, or a home. */
export function extraStoreRoots(folder: string, platform: Platform, store: Pick<Store, 'path'>): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === nameOf(store)) return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, nameOf(store)), origin },
    { path: joinPath(platform, folder, ...store.path), origin },
  ];
}

/** A folder in the person's data folder: below `XDG_DATA_HOME`, else below `.local/share` in the home, on every system. */
export function dataRoot(host: HostEnvironment, ...names: readonly string[]): LogRoot {
  const { platform, home, variables } = host;
  const xdg = toFolder(host, variables['XDG_DATA_HOME']);
  if (xdg !== null) return { path: joinPath(platform, xdg, ...names), origin: 'XDG_DATA_HOME' };
  return { path: dataFolderIn(platform, home, ...names), origin: 'default' };
}

/** The same in a home whose variables we do not know. */
export function dataFolderIn(platform: Platform, home: string, ...names: readonly string[]): string {
  return joinPath(platform, home, '.local', 'share', ...names);
}

function nameOf({ path }: Pick<Store, 'path'>): string {
  return path.at(-1)!;
}
