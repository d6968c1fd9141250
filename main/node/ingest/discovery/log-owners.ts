import type { Discovery, FoundFile, LogFolder } from './discover-logs.ts';
import { databaseOf } from './database-files.ts';
import { findOwner, isLogFolder, type LogOwner } from './source-roots.ts';

/** Finds the owner of a log by its path, using the folders of the last search. */
export interface LogOwners {
  /** Undefined when it is not a log. */
  find(path: string): LogOwner | undefined;
  /** The log that a path belongs to: a change to a database's companion file counts as a change to the database. */
  toLogPath(path: string): string;
  isLogFolder(path: string): boolean;
  /** Applies the result of a search. */
  set(found: Pick<Discovery, 'folders'>, strays: readonly FoundFile[]): void;
}

/** Builds it; it knows no logs before the first search. */
export function createLogOwners(): LogOwners {
  let folders: readonly LogFolder[] = [];
  /** Files reached by a link: their folder does not identify them as logs. */
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
      strays = new Map(files.map(({ path, source, stream, device }) => [path, { source, stream, device }]));
    },
  };
}
