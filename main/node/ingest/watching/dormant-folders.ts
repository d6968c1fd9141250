import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Log folders in which nothing has happened for a long time. chokidar would check every file in them, which for years
 * of logs takes hundreds of megabytes; here each costs one system watch, until something happens in it.
 */
export interface DormantFolders {
  /** Sets which folders are dormant from now on; returns those that no longer are. */
  set(folders: ReadonlySet<string>): readonly string[];
  has(folder: string): boolean;
  close(): void;
}

/** Its options and callbacks. */
export interface DormantFoldersOptions {
  /** Something happened to `path` in a folder, which is no longer dormant. */
  readonly onWake: (folder: string, path: string) => void;
  /** The system would not watch a folder. */
  readonly onError: (error: unknown) => void;
  /**
   * Whether a folder's watch reports every change in it, as on Linux. Where it does not, a folder wakes up when a sweep
   * finds a change.
   */
  readonly canWatch: boolean;
}

/** Builds it without any folders. Its watches do not keep the process alive. */
export function createDormantFolders(options: DormantFoldersOptions): DormantFolders {
  const watches = new Map<string, FSWatcher | null>();

  const drop = (folder: string): void => {
    watches.get(folder)?.close();
    watches.delete(folder);
  };

  const start = (folder: string): FSWatcher | null => {
    if (!options.canWatch) return null;
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (!watches.has(folder)) return;
        drop(folder);
        options.onWake(folder, name === null ? folder : join(folder, name));
      });
      watcher.on('error', (error) => {
        drop(folder);
        options.onError(error);
      });
      return watcher;
    } catch (error) {
      options.onError(error);
      return null;
    }
  };

  return {
    set(folders) {
      const woken = [...watches.keys()].filter((folder) => !folders.has(folder));
      for (const folder of woken) drop(folder);
      for (const folder of folders) if (!watches.has(folder)) watches.set(folder, start(folder));
      return woken;
    },
    has: (folder) => watches.has(folder),
    close() {
      for (const folder of [...watches.keys()]) drop(folder);
    },
  };
}
