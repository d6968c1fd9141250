import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RootStatus } from '../../../../shared/domain/doctor-report.ts';
import type { ReadFailure } from '../../../../shared/domain/failures.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { LogRoot, Source } from '../../../../shared/sources/source.ts';
import type { Stream } from '../../../../shared/sources/streams.ts';
import type { FileFacts } from './file-identity.ts';
import { isMissing, toErrorCode, toReadFailure, type FileProblem } from './file-problem.ts';
import { noGuests } from '../../system/guest-systems.ts';
import { createFileSystemGuard, type FileSystemGuard } from './file-system-guard.ts';
import { findLogStream, isCompressed, mayHoldLogs, toPlainPath } from './log-file-name.ts';
import { createSleepCheck } from './sleeping-links.ts';
import { statLog } from './stat-log.ts';

/** Logs are at most about ten folders below their root; anything much deeper is the result of a stray link. */
const maxDepth = 24;

/** Folder entries processed concurrently. More would take memory for each, and save no time. */
const entriesAtOnce = 32;

/** A root of a source that is to be searched. */
export interface SourceRoot {
  readonly source: Source;
  readonly root: LogRoot;
  /** The machine that its logs come from; null for this one. */
  readonly device: string | null;
}

/** A log file below a root. */
export interface FoundFile extends FileFacts {
  /** Absolute, with all links resolved: one path per file, however it was reached. */
  readonly path: string;
  readonly source: Source;
  readonly stream: Stream;
  /** As of its root. */
  readonly device: string | null;
  /** It was reached by a link from elsewhere, or is a root itself: its folder does not identify it as a log. */
  readonly isLinked: boolean;
}

/** A folder to watch: a root, or the target of a link inside a root. */
export interface LogFolder {
  /** Absolute; with all links resolved if it exists. */
  readonly path: string;
  readonly source: Source;
  /** As of its root. */
  readonly device: string | null;
  /** Whether it existed. */
  readonly exists: boolean;
  /** The folder's path relative to its root, with `/` and ending in it; empty for the root itself. */
  readonly prefix: string;
}

/** The result of one search of the disk, apart from the files themselves. */
export interface Discovery {
  /** The paths of all log files. */
  readonly paths: ReadonlySet<string>;
  /** The latest write time of a log in each folder that directly contains any. UTC milliseconds. */
  readonly newestByFolder: ReadonlyMap<string, number>;
  readonly folders: readonly LogFolder[];
  readonly roots: ReadonlyMap<SourceId, readonly RootStatus[]>;
  readonly problems: readonly FileProblem[];
}

/** The state before the first search. */
export const nothingDiscovered: Discovery = {
  paths: new Set(),
  newestByFolder: new Map(),
  folders: [],
  roots: new Map(),
  problems: [],
};

/** What one search of one root found, apart from the files themselves. */
export interface RootResult extends Pick<Discovery, 'newestByFolder' | 'folders' | 'problems'> {
  readonly sourceRoot: SourceRoot;
  readonly status: RootStatus;
}

/**
 * Finds the logs of all sources and passes them on one by one: there may be a hundred thousand. No file is reported
 * twice: with identical or nested roots, and links to them, each file is reported once, for the source that comes
 * first. What cannot be read is reported, never thrown. Roots that are asleep (in another system on this machine that
 * does not run) are not touched.
 */
export async function discoverLogs(
  sourceRoots: readonly SourceRoot[],
  onFile: (file: FoundFile) => void,
  isAsleep: (path: string) => boolean = noGuests.isAsleep,
): Promise<Discovery> {
  const paths = new Set<string>();
  const results = await searchRoots({ sourceRoots, paths, onFile, isAsleep: createSleepCheck(isAsleep) });
  return joinResults(results, paths);
}

/** Searches roots one by one, as `discoverLogs` does. Adds what it finds to `paths`; what is in there already is left out. */
export async function searchRoots(search: {
  readonly sourceRoots: readonly SourceRoot[];
  readonly paths: Set<string>;
  readonly onFile: (file: FoundFile) => void;
  /** See `createSleepCheck`. */
  readonly isAsleep: (path: string) => Promise<boolean>;
}): Promise<RootResult[]> {
  const { paths, isAsleep } = search;
  const results: RootResult[] = [];
  for (const sourceRoot of search.sourceRoots) {
    const { root } = sourceRoot;
    const newestByFolder = new Map<string, number>();
    let files = 0;
    let bytes = 0;
    const searchRoot = (await isAsleep(root.path)) ? leaveAsleep : root.isFile === true ? findSingleFile : walkRoot;
    const take = (file: FoundFile): void => {
      if (paths.has(file.path)) return;
      paths.add(file.path);
      files++;
      bytes += file.size;
      const folder = dirname(file.path);
      // The folder of a single file is not the agent's, so it is not watched.
      if (root.isFile !== true) newestByFolder.set(folder, Math.max(newestByFolder.get(folder) ?? 0, file.mtimeMs));
      search.onFile(file);
    };
    const { folders, problems, state } = await searchRoot(sourceRoot, take, isAsleep);
    const status: RootStatus = { path: root.path, origin: root.origin, state, files, bytes };
    results.push({ sourceRoot, status, newestByFolder, folders, problems });
  }
  return results;
}

/** The result of a search from those of its roots. */
export function joinResults(results: readonly RootResult[], paths: ReadonlySet<string>): Discovery {
  const newestByFolder = new Map<string, number>();
  const roots = new Map<SourceId, RootStatus[]>();
  for (const result of results) {
    const { id } = result.sourceRoot.source;
    roots.set(id, [...(roots.get(id) ?? []), result.status]);
    for (const [folder, newestMs] of result.newestByFolder) {
      newestByFolder.set(folder, Math.max(newestByFolder.get(folder) ?? 0, newestMs));
    }
  }
  const folders = results.flatMap((result) => result.folders);
  return { paths, newestByFolder, folders, roots, problems: results.flatMap(({ problems }) => problems) };
}

interface Found extends Pick<Walk, 'folders' | 'problems'> {
  readonly state: RootStatus['state'];
}

/** Looks at a root that is a single file. Its folder is neither searched nor watched. */
async function findSingleFile({ source, root, device }: SourceRoot, onFile: Walk['onFile']): Promise<Found> {
  const toFailed = (reason: ReadFailure): Found => ({
    folders: [],
    problems: [{ source: source.id, path: root.path, reason }],
    state: 'unreadable',
  });
  try {
    const path = await realpath(root.path);
    const stream = findLogStream(source, basename(root.path));
    const stats = await stat(path);
    if (!stats.isFile() || stream === null) return toFailed(stats.isDirectory() ? 'is-a-folder' : 'not-a-file');
    if ((await createFileSystemGuard(path)) === null) return toFailed('special-file-system');
    onFile({ ...(await statLog(path, stream)), path, source, stream, device, isLinked: true });
    return { folders: [], problems: [], state: 'found' };
  } catch (error) {
    return isMissing(error) ? { folders: [], problems: [], state: 'missing' } : toFailed(toReadFailure(error));
  }
}

interface Walk {
  readonly source: Source;
  readonly device: string | null;
  readonly onFile: (file: FoundFile) => void;
  readonly visited: Set<string>;
  readonly folders: LogFolder[];
  readonly problems: FileProblem[];
  /** Links found; followed last, so that a folder is listed under its real place rather than a link's. */
  readonly links: Link[];
  readonly guard: FileSystemGuard;
  readonly isAsleep: (path: string) => Promise<boolean>;
}

interface Link {
  readonly path: string;
  readonly relative: string;
  readonly depth: number;
}

function leaveAsleep({ source, root, device }: SourceRoot): Promise<Found> {
  const folder: LogFolder = { path: root.path, source, device, exists: false, prefix: '' };
  return Promise.resolve({ folders: [folder], problems: [], state: 'asleep' });
}

async function walkRoot(
  { source, root: { path: root }, device }: SourceRoot,
  onFile: Walk['onFile'],
  isAsleep: Walk['isAsleep'],
): Promise<Found> {
  const folders: LogFolder[] = [];
  const problems: FileProblem[] = [];
  try {
    const real = await realpath(root);
    const guard = await createFileSystemGuard(real);
    folders.push({ path: real, source, device, exists: true, prefix: '' });
    if (guard === null) {
      problems.push({ source: source.id, path: root, reason: 'special-file-system' });
      return { folders, problems, state: 'unreadable' };
    }
    const walk: Walk = { source, device, onFile, visited: new Set(), folders, problems, links: [], guard, isAsleep };
    await walkFolder(walk, real, '', maxDepth);
    for (let link = walk.links.pop(); link !== undefined; link = walk.links.pop()) await follow(walk, link);
  } catch (error) {
    const isAbsent = toErrorCode(error) === 'ENOENT';
    if (!isAbsent) problems.push({ source: source.id, path: root, reason: toReadFailure(error) });
    if (folders.length === 0) folders.push({ path: root, source, device, exists: false, prefix: '' });
    return { folders, problems, state: isAbsent ? 'missing' : 'unreadable' };
  }
  return { folders, problems, state: 'found' };
}

async function walkFolder(walk: Walk, folder: string, prefix: string, depth: number): Promise<void> {
  if (walk.visited.has(folder)) return;
  walk.visited.add(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.some(({ name }) => isCompressed(name)) ? new Set(entries.map(({ name }) => name)) : null;
  // While an agent compresses or restores a log, both files exist for a moment: the plain one is newer.
  const isNewest = (name: string): boolean => names === null || !isCompressed(name) || !names.has(toPlainPath(name));
  for (let from = 0; from < entries.length; from += entriesAtOnce) {
    await Promise.all(
      entries.slice(from, from + entriesAtOnce).map((entry) => {
        const path = join(folder, entry.name);
        const relative = prefix + entry.name;
        return report(walk, path, async () => {
          if (entry.isDirectory()) await walkInto(walk, path, relative, depth - 1);
          else if (entry.isFile()) await (isNewest(entry.name) && addFile(walk, path, relative, false));
          else if (entry.isSymbolicLink()) walk.links.push({ path, relative, depth });
          else if (findLogStream(walk.source, relative) !== null) addProblem(walk, path, 'not-a-file');
        });
      }),
    );
  }
}

async function walkInto(walk: Walk, folder: string, relative: string, depth: number): Promise<void> {
  if (!mayHoldLogs(walk.source, relative)) return;
  if (findLogStream(walk.source, relative) !== null) addProblem(walk, folder, 'is-a-folder');
  if (depth === 0) addProblem(walk, folder, 'too-deep');
  else await walkFolder(walk, folder, `${relative}/`, depth);
}

async function addFile(walk: Walk, path: string, relative: string, isLinked: boolean): Promise<void> {
  const stream = findLogStream(walk.source, relative);
  if (stream === null) return;
  const { source, device } = walk;
  walk.onFile({ ...(await statLog(path, stream)), path, source, stream, device, isLinked });
}

/**
 * Follows a link, but not out of the root's file system (the target may be a network file system, or one without real
 * files), not into a system that sleeps, and not into a folder that contains the root itself: at worst that would be the whole disk.
 */
async function follow(walk: Walk, { path, relative, depth }: Link): Promise<void> {
  await report(walk, path, async () => {
    if (await walk.isAsleep(path)) return;
    const target = await realpath(path);
    const stats = await stat(target);
    const isLog = stats.isFile() && findLogStream(walk.source, relative) !== null;
    if (!isLog && !(stats.isDirectory() && mayHoldLogs(walk.source, relative))) return;
    if (walk.visited.has(target) || walk.folders.some((folder) => isAbove(target, folder.path))) return;
    if (!walk.guard.holds(stats)) return addProblem(walk, path, 'other-file-system');
    if (isLog) return addFile(walk, target, relative, true);
    walk.folders.push({ path: target, source: walk.source, device: walk.device, exists: true, prefix: `${relative}/` });
    await walkInto(walk, target, relative, depth - 1);
  });
}

/** Runs one step; records anything unreadable as a problem, unless it has disappeared since or was a dangling link. */
async function report(walk: Walk, path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!isMissing(error)) addProblem(walk, path, toReadFailure(error));
  }
}

/** Whether a path is a folder, or in it. */
export function isAbove(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, '/'));
}

function addProblem(walk: Walk, path: string, reason: ReadFailure): void {
  walk.problems.push({ source: walk.source.id, path, reason });
}
