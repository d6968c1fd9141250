import type { FileSum } from '../pass-accounting.ts';
import { isAbove, joinResults, searchRoots } from './discover-logs.ts';
import { createSleepCheck } from './sleeping-links.ts';
import type { Discovery, FoundFile, RootResult, SourceRoot } from './discover-logs.ts';

/** What is known after a search, of all roots or of some. */
export interface SearchResult {
  /** Of all roots; its `paths` are only those of the searched ones. */
  readonly found: Discovery;
  /** Files of all roots that were reached by links. */
  readonly linked: readonly FoundFile[];
  /** All files, and their bytes. */
  readonly total: FileSum;
  /** Whether a path is where this search looked: what it did not find there may be gone. */
  readonly isSearched: (path: string) => boolean;
  /** Whether all roots were searched. */
  readonly isWhole: boolean;
}

/** Searches all roots, or some of them again, and remembers what it found in the others. */
export interface LogSearch {
  /** Searches all these roots; reports each file, as `discoverLogs` does. */
  all(roots: readonly SourceRoot[], onFile: (file: FoundFile) => void): Promise<SearchResult>;
  /**
   * Searches only the roots that one of these folders (as in `Discovery`) belongs to. Roots that are in one another, or
   * linked to one another, are searched together: a file counts for the first. Null when a new link leads into another
   * root, and all must be searched; the files that were reported are reported again then.
   */
  part(folders: ReadonlySet<string>, onFile: (file: FoundFile) => void): Promise<SearchResult | null>;
}

/** One root's result, with its files that were reached by links. */
interface Known extends RootResult {
  readonly linked: readonly FoundFile[];
}

/** Builds it; it knows no roots before all were searched once. */
export function createLogSearch(isAsleep: (path: string) => boolean): LogSearch {
  let known: readonly Known[] = [];

  const searchSome = async (
    roots: readonly SourceRoot[],
    paths: Set<string>,
    onFile: (file: FoundFile) => void,
  ): Promise<Known[]> => {
    const results: Known[] = [];
    const sleepCheck = createSleepCheck(isAsleep);
    for (const sourceRoot of roots) {
      const linked: FoundFile[] = [];
      const take = (file: FoundFile): void => {
        if (file.isLinked) linked.push(file);
        onFile(file);
      };
      const found = await searchRoots({ sourceRoots: [sourceRoot], paths, onFile: take, isAsleep: sleepCheck });
      results.push(...found.map((result) => ({ ...result, linked })));
    }
    return results;
  };

  return {
    async all(roots, onFile) {
      const paths = new Set<string>();
      known = await searchSome(roots, paths, onFile);
      return { ...toResult(known, paths), isSearched: () => true, isWhole: true };
    },
    async part(folders, onFile) {
      const chosen = withConnected(known, (result) => result.folders.some(({ path }) => folders.has(path)));
      const others = known.filter((result) => !chosen.has(result));
      const paths = new Set<string>();
      const roots = [...chosen].map(({ sourceRoot }) => sourceRoot);
      const fresh = await searchSome(roots, paths, onFile);
      if (others.some((other) => fresh.some((result) => isConnected(result, other)))) return null;
      const byRoot = new Map(fresh.map((result) => [result.sourceRoot, result]));
      known = known.map((result) => byRoot.get(result.sourceRoot) ?? result);
      const isSearched = (path: string): boolean => [...chosen, ...fresh].some((result) => holds(result, path));
      return { ...toResult(known, paths), isSearched, isWhole: others.length === 0 };
    },
  };
}

function toResult(
  known: readonly Known[],
  paths: ReadonlySet<string>,
): Pick<SearchResult, 'found' | 'linked' | 'total'> {
  return {
    found: joinResults(known, paths),
    linked: known.flatMap(({ linked }) => linked),
    total: {
      files: known.reduce((sum, { status }) => sum + status.files, 0),
      bytes: known.reduce((sum, { status }) => sum + status.bytes, 0),
    },
  };
}

/** The roots that are chosen, those connected with them, those connected with these, and so on. In their order. */
function withConnected(known: readonly Known[], isChosen: (result: Known) => boolean): ReadonlySet<Known> {
  const chosen = new Set(known.filter(isChosen));
  // What is added is visited as well.
  for (const result of chosen) for (const other of known) if (isConnected(result, other)) chosen.add(other);
  return new Set(known.filter((result) => chosen.has(result)));
}

/** Whether a file may belong to either of two roots. */
function isConnected(result: Known, other: Known): boolean {
  return (
    result.folders.some(({ path }) => other.folders.some((folder) => isAbove(path, folder.path))) ||
    other.folders.some(({ path }) => result.folders.some((folder) => isAbove(path, folder.path))) ||
    result.linked.some(({ path }) => holds(other, path)) ||
    other.linked.some(({ path }) => holds(result, path))
  );
}

function holds({ sourceRoot, folders, linked }: Known, path: string): boolean {
  return (
    path === sourceRoot.root.path ||
    folders.some((folder) => isAbove(folder.path, path)) ||
    linked.some((file) => file.path === path)
  );
}
