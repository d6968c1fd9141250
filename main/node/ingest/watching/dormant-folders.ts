import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Folders of logs in which nothing has happened for long. chokidar would look at every file in them, which for years of logs
 * takes hundreds of megabytes; here each costs one watch of the system, until something happens in it.
 */
export interface DormantFolders {
  /** Says which folders are dormant from now on; gives those that were, and are not any more. */
  set(folders: ReadonlySet<string>): readonly string[];
  has(folder: string): boolean;
  close(): void;
}

/** Whom it reports to. */
export interface DormantFoldersOptions {
  /** Something happened in a folder, to that path: it is dormant no more. */
  readonly onWake: (folder: string, path: string) => void;
  /** The system would not watch a folder. */
  readonly onError: (error: unknown) => void;
  /**
   * Whether a folder's watch reports every change in it, as that of Linux does. Where it does not, a folder wakes when a look
   * at everything finds that it has.
   */
  readonly canWatch: boolean;
}

/** Builds it without any folder. Its watches do not keep the process alive. */
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
