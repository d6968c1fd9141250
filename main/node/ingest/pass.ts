import type { Committer } from './committer.ts';
import type { FoundFile, SourceRoot } from './discovery/discover-logs.ts';
import type { LogSearch, SearchResult } from './discovery/log-search.ts';
import type { LogOwners } from './discovery/log-owners.ts';
import type { FileReader } from './file-reader.ts';
import type { IngestState } from './ingest-state.ts';
import type { PassAccounting } from './pass-accounting.ts';
import type { ReadQueue } from './read-queue.ts';

/** A pass that has more than this to read shows its progress; smaller ones finish before anyone could notice. */
const longPassBytes = 16 * 1024 * 1024;

/** A pass that has more than this to read is worth separate threads. */
const threadsFromBytes = 64 * 1024 * 1024;

/** The parts that a pass uses. */
export interface PassParts {
  readonly state: IngestState;
  readonly search: LogSearch;
  readonly roots: () => Promise<readonly SourceRoot[]>;
  /** Whether a path is in another system that does not run now. */
  readonly isAsleep: (path: string) => boolean;
  readonly owners: LogOwners;
  readonly committer: Committer;
  readonly fileReader: FileReader;
  readonly queue: ReadQueue;
  readonly accounting: PassAccounting;
  /** Called for each log that was found. */
  readonly onFile: (file: FoundFile) => void;
  /** The folders were searched, which took `tookMs`; reading begins once the promise resolves. */
  readonly onDiscovered: (result: SearchResult, tookMs: number) => Promise<void>;
  /** Starts reader threads, and returns the function that ends them. */
  readonly startThreads: () => Promise<() => void>;
  /** Everything was read. */
  readonly onRead: () => void;
}

/**
 * Runs one pass: searches all folders, and reads what is new in them. `part`: only the roots of these folders, unless
 * something is wrong that only a full search can fix.
 */
export async function runPass(parts: PassParts, part: ReadonlySet<string> | null = null): Promise<void> {
  const { state, committer, queue, accounting } = parts;
  const isHealthy = !state.isStale() && state.reportedFailure() === null && state.phase() === 'watching';
  if (state.isStale()) {
    await queue.idle();
    state.setStale(false);
  }
  state.beginPass();
  const { fresh, total } = await searchFolders(parts, isHealthy ? part : null);
  if (state.isStopped()) return;
  const left = new Map(fresh.map((file) => [file.path, toBytesLeft(committer, file)]));
  const bytesLeft = [...left.values()].reduce((sum, bytes) => sum + bytes, 0);
  const isLong = state.phase() === 'starting' || bytesLeft >= longPassBytes;
  accounting.begin(total, isLong ? left : new Map());
  state.setPhase(isLong ? 'scanning' : 'watching');
  const endThreads = bytesLeft >= threadsFromBytes ? await parts.startThreads() : null;
  queue.add(fresh.map(({ path }) => path));
  await queue.idle();
  endThreads?.();
  committer.flush();
  parts.onRead();
  if (state.isStopped()) return;
  accounting.end();
  state.endPass();
}

interface SearchedFiles extends Pick<SearchResult, 'total'> {
  /** Files that may yield something, most recently written first, since those concern today. */
  readonly fresh: readonly FoundFile[];
}

async function searchFolders(parts: PassParts, part: ReadonlySet<string> | null): Promise<SearchedFiles> {
  const { search, roots, isAsleep, owners, fileReader, state } = parts;
  const startedAt = performance.now();
  const fresh = new Map<string, FoundFile>();
  const onFile = (file: FoundFile): void => {
    if (fileReader.needsRead(file.path, file)) fresh.set(file.path, file);
    parts.onFile(file);
  };
  const some = part === null ? null : await search.part(part, onFile);
  const result = some ?? (await search.all(await roots(), onFile));
  const { found, linked, total, isSearched } = result;
  owners.set(found, linked);
  await parts.onDiscovered(result, performance.now() - startedAt);
  const mayStay = (path: string): boolean => found.paths.has(path) || isAsleep(path) || !isSearched(path);
  if (!state.isStopped()) await fileReader.markGone(mayStay);
  return { fresh: [...fresh.values()].sort((left, right) => right.mtimeMs - left.mtimeMs), total };
}

function toBytesLeft(committer: Committer, { path, size }: FoundFile): number {
  return Math.max(0, size - (committer.known(path)?.bytesRead ?? 0));
}
