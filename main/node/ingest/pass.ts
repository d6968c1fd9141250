import type { Committer } from './committer.ts';
import { discoverLogs, type Discovery, type FoundFile, type SourceRoot } from './discovery/discover-logs.ts';
import type { LogOwners } from './discovery/log-owners.ts';
import type { FileReader } from './file-reader.ts';
import type { IngestState } from './ingest-state.ts';
import type { FileSum, PassAccounting } from './pass-accounting.ts';
import type { ReadQueue } from './read-queue.ts';

/** A pass that has more than this to read shows its progress; smaller ones finish before anyone could notice. */
const longPassBytes = 16 * 1024 * 1024;

/** A pass that has more than this to read is worth separate threads. */
const threadsFromBytes = 64 * 1024 * 1024;

/** The parts that a pass uses. */
export interface PassParts {
  readonly state: IngestState;
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
  /** All folders were searched, which took `tookMs`; reading begins once the promise resolves. */
  readonly onDiscovered: (found: Discovery, tookMs: number) => Promise<void>;
  /** Starts reader threads, and returns the function that ends them. */
  readonly startThreads: () => Promise<() => void>;
  /** Everything was read. */
  readonly onRead: (found: Discovery) => void;
}

/** Runs one pass over everything: searches all folders, and reads what is new in them. */
export async function runPass(parts: PassParts): Promise<void> {
  const { state, committer, queue, accounting } = parts;
  if (state.isStale()) {
    await queue.idle();
    state.setStale(false);
  }
  state.beginPass();
  const { found, fresh, total } = await look(parts);
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
  parts.onRead(found);
  if (state.isStopped()) return;
  accounting.end();
  state.endPass();
}

interface Look {
  readonly found: Discovery;
  /** Files that may yield something, most recently written first, since those concern today. */
  readonly fresh: readonly FoundFile[];
  readonly total: FileSum;
}

async function look({ roots, isAsleep, owners, fileReader, state, ...parts }: PassParts): Promise<Look> {
  const startedAt = performance.now();
  const fresh: FoundFile[] = [];
  const linked: FoundFile[] = [];
  let files = 0;
  let bytes = 0;
  const onFile = (file: FoundFile): void => {
    files++;
    bytes += file.size;
    if (file.isLinked) linked.push(file);
    if (fileReader.needsRead(file.path, file)) fresh.push(file);
    parts.onFile(file);
  };
  const found = await discoverLogs(await roots(), onFile, isAsleep);
  owners.set(found, linked);
  await parts.onDiscovered(found, performance.now() - startedAt);
  if (!state.isStopped()) await fileReader.markGone((path) => found.paths.has(path) || isAsleep(path));
  fresh.sort((left, right) => right.mtimeMs - left.mtimeMs);
  return { found, fresh, total: { files, bytes } };
}

function toBytesLeft(committer: Committer, { path, size }: FoundFile): number {
  return Math.max(0, size - (committer.known(path)?.bytesRead ?? 0));
}
