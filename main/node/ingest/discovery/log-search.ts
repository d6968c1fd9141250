import type { FileSum } from '../pass-accounting.ts';
import { isAbove, joinLooks, lookAtRoots } from './discover-logs.ts';
import { createSleepCheck } from './sleeping-links.ts';
import type { Discovery, FoundFile, RootLook, SourceRoot } from './discover-logs.ts';

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
interface Known extends RootLook {
  readonly linked: readonly FoundFile[];
}

/** Builds it; it knows no roots before all were searched once. */
export function createLogSearch(isAsleep: (path: string) => boolean): LogSearch {
  let known: readonly Known[] = [];

  const lookAt = async (
    roots: readonly SourceRoot[],
    paths: Set<string>,
    onFile: (file: FoundFile) => void,
  ): Promise<Known[]> => {
    const looks: Known[] = [];
    const sleepCheck = createSleepCheck(isAsleep);
    for (const sourceRoot of roots) {
      const linked: FoundFile[] = [];
      const take = (file: FoundFile): void => {
        if (file.isLinked) linked.push(file);
        onFile(file);
      };
      const found = await lookAtRoots({ sourceRoots: [sourceRoot], paths, onFile: take, isAsleep: sleepCheck });
      looks.push(...found.map((look) => ({ ...look, linked })));
    }
    return looks;
  };

  return {
    async all(roots, onFile) {
      const paths = new Set<string>();
      known = await lookAt(roots, paths, onFile);
      return { ...toResult(known, paths), isSearched: () => true, isWhole: true };
    },
    async part(folders, onFile) {
      const chosen = withConnected(known, (look) => look.folders.some(({ path }) => folders.has(path)));
      const others = known.filter((look) => !chosen.has(look));
      const paths = new Set<string>();
      const roots = [...chosen].map(({ sourceRoot }) => sourceRoot);
      const fresh = await lookAt(roots, paths, onFile);
      if (others.some((other) => fresh.some((look) => isConnected(look, other)))) return null;
      const byRoot = new Map(fresh.map((look) => [look.sourceRoot, look]));
      known = known.map((look) => byRoot.get(look.sourceRoot) ?? look);
      const isSearched = (path: string): boolean => [...chosen, ...fresh].some((look) => holds(look, path));
      return { ...toResult(known, paths), isSearched, isWhole: others.length === 0 };
    },
  };
}

function toResult(
  known: readonly Known[],
  paths: ReadonlySet<string>,
): Pick<SearchResult, 'found' | 'linked' | 'total'> {
  return {
    found: joinLooks(known, paths),
    linked: known.flatMap(({ linked }) => linked),
    total: {
      files: known.reduce((sum, { status }) => sum + status.files, 0),
      bytes: known.reduce((sum, { status }) => sum + status.bytes, 0),
    },
  };
}

/** The roots that are chosen, those connected with them, those connected with these, and so on. In their order. */
function withConnected(known: readonly Known[], isChosen: (look: Known) => boolean): ReadonlySet<Known> {
  const chosen = new Set(known.filter(isChosen));
  // What is added is visited as well.
  for (const look of chosen) for (const other of known) if (isConnected(look, other)) chosen.add(other);
  return new Set(known.filter((look) => chosen.has(look)));
}

/** Whether a file may belong to either of two roots. */
function isConnected(look: Known, other: Known): boolean {
  return (
    look.folders.some(({ path }) => other.folders.some((folder) => isAbove(path, folder.path))) ||
    other.folders.some(({ path }) => look.folders.some((folder) => isAbove(path, folder.path))) ||
    look.linked.some(({ path }) => holds(other, path)) ||
    other.linked.some(({ path }) => holds(look, path))
  );
}

function holds({ sourceRoot, folders, linked }: Known, path: string): boolean {
  return (
    path === sourceRoot.root.path ||
    folders.some((folder) => isAbove(folder.path, path)) ||
    linked.some((file) => file.path === path)
  );
}
