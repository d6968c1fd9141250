import { dirname } from 'node:path';
import { dayMs } from '../../../../shared/domain/instant.ts';
import type { Discovery } from '../discovery/discover-logs.ts';

/** A folder with no newer log than this is dormant. */
const dormantAfterMs = 7 * dayMs;

/** The folders to follow. */
export interface WatchedFolders {
  /** Roots of logs, and the targets of links. They existed at the last search. */
  readonly folders: readonly string[];
  /** Folders below them in which, including their subfolders, nothing has happened for a long time. */
  readonly dormant: ReadonlySet<string>;
}

/** Selects the folders to follow from what was discovered. */
export function toWatchedFolders(
  { folders, newestByFolder }: Pick<Discovery, 'folders' | 'newestByFolder'>,
  nowMs: number,
): WatchedFolders {
  const paths = folders.filter(({ exists }) => exists).map(({ path }) => path);
  const alive = new Set(paths);
  for (const [folder, newestMs] of newestByFolder) {
    if (nowMs - newestMs > dormantAfterMs) continue;
    for (let path = folder; !alive.has(path); path = dirname(path)) alive.add(path);
  }
  return { folders: paths, dormant: new Set([...newestByFolder.keys()].filter((folder) => !alive.has(folder))) };
}
