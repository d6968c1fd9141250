import type { Discovery, FoundFile, LogFolder } from './discover-logs.ts';
import { databaseOf } from './database-files.ts';
import { findOwner, isLogFolder, type LogOwner } from './source-roots.ts';

/** Knows whose log a path is, by the folders of the last look. */
export interface LogOwners {
  /** Undefined when it is no log. */
  find(path: string): LogOwner | undefined;
  /** The log that a path belongs to: what happens to a database's companions happens to the database. */
  toLogPath(path: string): string;
  isLogFolder(path: string): boolean;
  /** Takes up what a look has found. */
  set(found: Pick<Discovery, 'folders'>, strays: readonly FoundFile[]): void;
}

/** Builds it; it knows no log before the first look. */
export function createLogOwners(): LogOwners {
  let folders: readonly LogFolder[] = [];
  /** Files to which a link leads: no folder says that they are logs. */
  let strays = new Map<string, LogOwner>();
  const find = (path: string): LogOwner | undefined => strays.get(path) ?? findOwner(path, folders);
  return {
    find,
    toLogPath(path) {
      const database = databaseOf(path);
      return database !== null && find(database)?.stream.kind === 'database' ? database : path;
    },
    isLogFolder: (path) => isLogFolder(path, folders),
    set(found, files) {
      folders = found.folders;
      strays = new Map(files.map(({ path, source, stream }) => [path, { source, stream }]));
    },
  };
}
