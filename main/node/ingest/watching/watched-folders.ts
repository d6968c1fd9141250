import { dirname } from 'node:path';
import { dayMs } from '../../../../shared/domain/instant.ts';
import type { Discovery } from '../discovery/discover-logs.ts';

/** A folder with no newer log than this is dormant. */
const dormantAfterMs = 7 * dayMs;

/** What is to be followed. */
export interface WatchedFolders {
  /** Roots of logs, and what links lead to. They were there at the last look. */
  readonly folders: readonly string[];
  /** Folders below them in which, and below which, nothing has happened for long. */
  readonly dormant: ReadonlySet<string>;
}

/** What is to be followed of what was discovered. */
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
