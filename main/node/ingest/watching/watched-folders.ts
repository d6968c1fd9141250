import { dirname } from 'node:path';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { isNetworkPath } from '../../system/wsl-homes.ts';
import type { Discovery } from '../discovery/discover-logs.ts';

/** A folder with no newer log than this is dormant. */
const dormantAfterMs = 7 * dayMs;

/**
 * How many folders may be awake, the most recently written ones, where a dormant folder costs nothing but a moment when
 * something happens in it. chokidar looks at every file of the others: 100,000 logs copied today took 600 MB.
 */
const maxAwake = 64;

/** The folders to follow. */
export interface WatchedFolders {
  /** Roots of logs, and the targets of links. They existed at the last search. */
  readonly folders: readonly string[];
  /** Folders below them in which, including their subfolders, nothing has happened for a long time. */
  readonly dormant: ReadonlySet<string>;
}

/**
 * Selects the folders to follow from what was discovered. `canWatchDormant`: a dormant folder's own watch reports every
 * change in it (see `createDormantFolders`).
 */
export function toWatchedFolders(
  { folders, newestByFolder }: Pick<Discovery, 'folders' | 'newestByFolder'>,
  nowMs: number,
  canWatchDormant: boolean,
): WatchedFolders {
  const paths = folders.filter(({ exists }) => exists).map(({ path }) => path);
  const alive = new Set(paths);
  const recent = [...newestByFolder]
    .filter(([, newestMs]) => nowMs - newestMs <= dormantAfterMs)
    .sort(([, left], [, right]) => right - left);
  for (const [folder] of canWatchDormant ? recent.slice(0, maxAwake) : recent) {
    for (let path = folder; !alive.has(path); path = dirname(path)) alive.add(path);
  }
  return { folders: paths, dormant: new Set([...newestByFolder.keys()].filter((folder) => !alive.has(folder))) };
}

/**
 * Only folders of this computer: Windows reports few events from shares and from WSL, and asking for them keeps a
 * connection open.
 */
export function withoutNetworkFolders({ folders, dormant }: WatchedFolders): WatchedFolders {
  return {
    folders: folders.filter((path) => !isNetworkPath(path)),
    dormant: new Set([...dormant].filter((path) => !isNetworkPath(path))),
  };
}
