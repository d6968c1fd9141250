import type { Stats } from 'node:fs';
import { hourMs } from '../../../../shared/domain/instant.ts';
import { watch, type FSWatcher } from 'chokidar';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { toErrorCode } from '../discovery/file-problem.ts';
import type { WatchedFolders } from './watched-folders.ts';
import { createDormantFolders, type DormantFolders } from './dormant-folders.ts';
import { createImpairedFolders, type Impaired } from './impaired-folders.ts';

/** A file that has not been written for this long gets no watch of its own. */
const restedMs = hourMs;

/** What a watcher looks for, and its callbacks. */
export interface FolderWatcherOptions {
  readonly clock: Clock;
  readonly platform: HostEnvironment['platform'];
  /** Whether a path may be a log; other files are not watched. */
  readonly isLog: (path: string) => boolean;
  /** Whether a folder may contain logs; other folders are not watched. */
  readonly isLogFolder: (path: string) => boolean;
  /** Whether a path will be read soon anyway, whatever happens to it until then: its events are dropped. */
  readonly isExpected: (path: string) => boolean;
  /** A log was created, appended to, or deleted. */
  readonly onFile: (path: string) => void;
  /** Something changed that requires a new search of the folders: a link, or the removal of a whole folder. */
  readonly onFolder: () => void;
  readonly logger: Logger;
}

/** Watches folders and everything in them through file system events. */
export interface FolderWatcher {
  /** Sets what to watch from now on. */
  setFolders(watched: WatchedFolders): void;
  /** Which of the folders must be looked at more often, because events are missing in them. */
  impaired(): Impaired;
  /** Resolves when all folders are being watched, or after `timeoutMs`. */
  ready(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Builds a watcher on chokidar. It keeps the process alive until it is closed. Failures (`ENOSPC`, `EMFILE`: too many
 * folders for this system) are logged once per kind; the sweep finds changes that events miss.
 */
export function createFolderWatcher(options: FolderWatcherOptions): FolderWatcher {
  const reported = new Set<string>();
  const impaired = createImpairedFolders();
  let followed = new Set<string>();
  let watcher: FSWatcher | null = null;
  let isReady = Promise.resolve();

  const onError = (error: unknown): void => {
    const code = toErrorCode(error);
    impaired.note(error, followed);
    if (reported.has(code)) return;
    reported.add(code);
    options.logger.warn(`cannot follow every log folder by events (${code}); looking at them regularly instead`);
  };

  const dormant = createDormantFolders({
    canWatch: options.platform === 'linux',
    onError,
    onWake(folder, path) {
      watcher?.add(folder);
      if (options.isLog(path)) options.onFile(path);
      else options.onFolder();
    },
  });

  const start = (paths: readonly string[]): void => {
    const created = startWatching(paths, options, dormant);
    created.on('error', onError);
    isReady = new Promise((resolve) => created.once('ready', resolve));
    watcher = created;
  };

  return {
    setFolders(watched) {
      const woken = dormant.set(watched.dormant);
      const wanted = new Set(watched.folders);
      const fresh = [...wanted].filter((path) => !followed.has(path));
      const stale = [...followed].filter((path) => !wanted.has(path));
      followed = wanted;
      for (const folder of stale) impaired.forget(folder);
      if (watcher === null) {
        if (fresh.length > 0) start(fresh);
        return;
      }
      if (stale.length > 0) watcher.unwatch(stale);
      if (fresh.length + woken.length > 0) watcher.add([...fresh, ...woken]);
    },
    impaired: impaired.current,
    async ready(timeoutMs) {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeoutMs)));
      await Promise.race([isReady, timeout]);
      clearTimeout(timer);
    },
    async close() {
      dormant.close();
      await watcher?.close();
    },
  };
}

function startWatching(paths: readonly string[], options: FolderWatcherOptions, dormant: DormantFolders): FSWatcher {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    // Discovery resolves links and lists their targets as separate folders.
    followSymlinks: false,
    ignorePermissionErrors: true,
    // A rewritten file is recognised by its inode and its beginning; waiting for an editor's second step would only
    // cost time.
    atomic: false,
    // Watching a hundred thousand files would take a gigabyte. For an old file, the folder's own watch reports the next
    // change. Without `stats` chokidar asks about an event, before it looks at the file: agents write many times a
    // second.
    ignored: (path, stats) =>
      (stats === undefined && options.isExpected(path)) ||
      (stats?.isFile() === true && (!options.isLog(path) || options.clock.nowMs() - stats.mtimeMs > restedMs)) ||
      (stats?.isDirectory() === true && (dormant.has(path) || !options.isLogFolder(path))),
  });
  const onFile = (path: string, stats?: Stats): void => {
    if (stats?.isSymbolicLink() === true) options.onFolder();
    else if (options.isLog(path)) options.onFile(path);
  };
  return watcher.on('add', onFile).on('change', onFile).on('unlink', onFile).on('unlinkDir', options.onFolder);
}
