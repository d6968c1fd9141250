import { isAbove } from '../discovery/discover-logs.ts';
import { toErrorCode } from '../discovery/file-problem.ts';
import type { WatchReliability } from './watch-reliability.ts';

/** Folders in which events are missing because the system would not watch everything; `everything` when it did not say where. */
export type Impaired = 'everything' | ReadonlySet<string>;

/** Remembers where watching failed. */
export interface ImpairedFolders {
  /** Notes a failure, about whichever of the followed folders its path is in. */
  note(error: unknown, followed: ReadonlySet<string>): void;
  /** A folder is no longer followed. */
  forget(folder: string): void;
  current(): Impaired;
}

/** Builds it without any. */
export function createImpairedFolders(): ImpairedFolders {
  const folders = new Set<string>();
  let isEverything = false;
  return {
    note(error, followed) {
      const code = toErrorCode(error);
      // A folder that may not be read: looking at it more often does not help.
      if (code === 'EACCES' || code === 'EPERM') return;
      const path = toPath(error);
      const failed = path === null ? [] : [...followed].filter((folder) => isAbove(folder, path));
      for (const folder of failed) folders.add(folder);
      if (failed.length === 0) isEverything = true;
    },
    forget: (folder) => void folders.delete(folder),
    current: () => (isEverything ? 'everything' : folders),
  };
}

/** How far events about a path can be trusted; `reliability`: where nothing failed. */
export function toPathTrust(path: string, impaired: Impaired, reliability: WatchReliability): WatchReliability {
  const isImpaired = impaired === 'everything' || [...impaired].some((folder) => isAbove(folder, path));
  return isImpaired ? 'broken' : reliability;
}

/** Node's errors carry the path that could not be watched. */
function toPath(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
}
