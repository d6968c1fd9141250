import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootStatus } from '../../../../shared/domain/doctor-report.ts';
import type { ReadFailure } from '../../../../shared/domain/failures.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { LogRoot, Source } from '../../../../shared/sources/source.ts';
import type { Stream } from '../../../../shared/sources/streams.ts';
import type { FileFacts } from './file-identity.ts';
import { isMissing, toErrorCode, toReadFailure, type FileProblem } from './file-problem.ts';
import { lookAtLog } from './look-at-log.ts';
import { findLogStream, isCompressed, mayHoldLogs, toPlainPath } from './log-file-name.ts';

/** Logs lie about ten folders below their root at most; anything much deeper is a link gone astray. */
const deepest = 24;

/** A root of a source that is to be looked into. */
export interface SourceRoot {
  readonly source: Source;
  readonly root: LogRoot;
}

/** A log file that stands below a root. */
export interface FoundFile extends FileFacts {
  /** Absolute, with every link resolved: names the file once, whatever way led to it. */
  readonly path: string;
  readonly source: Source;
  readonly stream: Stream;
}

/** A folder to watch: a root, or what a link inside a root leads to. */
export interface LogFolder {
  /** Absolute; with every link resolved when it exists. */
  readonly path: string;
  readonly source: Source;
  /** Whether it was there. */
  readonly exists: boolean;
  /** The folder's path relative to its root, with `/` and ending in it; empty for the root itself. */
  readonly prefix: string;
}

/** Everything that one look at the disk has found. */
export interface Discovery {
  readonly files: readonly FoundFile[];
  readonly folders: readonly LogFolder[];
  readonly roots: ReadonlyMap<SourceId, readonly RootStatus[]>;
  readonly problems: readonly FileProblem[];
}

/**
 * Looks for the logs of all sources. Nothing is listed twice: roots that are, or lie in, one another, and links that
 * lead there, yield each file once, to the source that comes first. What cannot be read is reported, never thrown.
 */
export async function discoverFiles(sourceRoots: readonly SourceRoot[]): Promise<Discovery> {
  const files = new Map<string, FoundFile>();
  const folders: LogFolder[] = [];
  const problems: FileProblem[] = [];
  const roots = new Map<SourceId, RootStatus[]>();
  for (const { source, root } of sourceRoots) {
    const found = await walkRoot(source, root.path);
    let count = 0;
    let bytes = 0;
    for (const file of found.files) {
      if (files.has(file.path)) continue;
      files.set(file.path, file);
      count++;
      bytes += file.size;
    }
    folders.push(...found.folders);
    problems.push(...found.problems);
    const status: RootStatus = { path: root.path, origin: root.origin, state: found.state, files: count, bytes };
    roots.set(source.id, [...(roots.get(source.id) ?? []), status]);
  }
  // While Codex compresses or restores a log both stand there for a moment: the plain one is the newer.
  const isKept = (file: FoundFile): boolean => !isCompressed(file.path) || !files.has(toPlainPath(file.path));
  return { files: [...files.values()].filter(isKept), folders, roots, problems };
}

interface Walk {
  readonly source: Source;
  readonly root: string;
  readonly visited: Set<string>;
  readonly files: FoundFile[];
  readonly folders: LogFolder[];
  readonly problems: FileProblem[];
  /** Links that were met; followed last, so that a folder is known by its own place rather than by a link's. */
  readonly links: Link[];
}

interface Link {
  readonly path: string;
  readonly relative: string;
  readonly depth: number;
}

async function walkRoot(source: Source, root: string): Promise<Walk & { readonly state: RootStatus['state'] }> {
  const walk: Walk = { source, root, visited: new Set(), files: [], folders: [], problems: [], links: [] };
  try {
    const real = await realpath(root);
    walk.folders.push({ path: real, source, exists: true, prefix: '' });
    await walkFolder(walk, real, '', deepest);
    for (let link = walk.links.pop(); link !== undefined; link = walk.links.pop()) await follow(walk, link);
  } catch (error) {
    if (toErrorCode(error) !== 'ENOENT')
      walk.problems.push({ source: source.id, path: root, reason: toReadFailure(error) });
    if (walk.folders.length === 0) walk.folders.push({ path: root, source, exists: false, prefix: '' });
    return { ...walk, state: toErrorCode(error) === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  return { ...walk, state: 'found' };
}

async function walkFolder(walk: Walk, folder: string, prefix: string, depth: number): Promise<void> {
  if (walk.visited.has(folder)) return;
  walk.visited.add(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      const relative = prefix + entry.name;
      return report(walk, path, async () => {
        if (entry.isDirectory()) await walkInto(walk, path, relative, depth - 1);
        else if (entry.isFile()) await addFile(walk, path, relative);
        else if (entry.isSymbolicLink()) walk.links.push({ path, relative, depth });
        else if (findLogStream(walk.source, relative) !== null) addProblem(walk, path, 'not-a-file');
      });
    }),
  );
}

async function walkInto(walk: Walk, folder: string, relative: string, depth: number): Promise<void> {
  if (!mayHoldLogs(walk.source, relative)) return;
  if (findLogStream(walk.source, relative) !== null) addProblem(walk, folder, 'is-a-folder');
  if (depth === 0) addProblem(walk, folder, 'too-deep');
  else await walkFolder(walk, folder, `${relative}/`, depth);
}

async function addFile(walk: Walk, path: string, relative: string): Promise<void> {
  const stream = findLogStream(walk.source, relative);
  if (stream === null) return;
  walk.files.push({ ...(await lookAtLog(path, stream)), path, source: walk.source, stream });
}

/** Goes where a link leads, but not into a folder that holds the root itself: that would be the whole disk at worst. */
async function follow(walk: Walk, { path, relative, depth }: Link): Promise<void> {
  await report(walk, path, async () => {
    const target = await realpath(path);
    const stats = await stat(target);
    if (stats.isFile()) await addFile(walk, target, relative);
    if (!stats.isDirectory() || walk.visited.has(target) || !mayHoldLogs(walk.source, relative)) return;
    if (walk.folders.some((folder) => isAbove(target, folder.path))) return;
    walk.folders.push({ path: target, source: walk.source, exists: true, prefix: `${relative}/` });
    await walkInto(walk, target, relative, depth - 1);
  });
}

/** Does one step; what it cannot read is a problem, unless it is gone by now or was a link to nothing. */
async function report(walk: Walk, path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!isMissing(error)) addProblem(walk, path, toReadFailure(error));
  }
}

function isAbove(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, '/'));
}

function addProblem(walk: Walk, path: string, reason: ReadFailure): void {
  walk.problems.push({ source: walk.source.id, path, reason });
}
