import type { Clock } from '../../../../shared/ports/clock.ts';
import type { WatchReliability } from './watch-reliability.ts';
import type { FileFacts } from '../discovery/file-identity.ts';
import { isMissing } from '../discovery/file-problem.ts';

/** A file that has not changed for this long is left to events and to the sweep. */
const hotForMs = 15 * 60_000;
const maxFiles = 32;

/** How hot files are polled. */
export interface HotFilesOptions {
  readonly clock: Clock;
  /** The file has changed since the last `touch`. */
  readonly onChange: (path: string) => void;
  readonly trust: (path: string) => WatchReliability;
  /** Returns a file's metadata; rejects when the file does not exist. */
  readonly readFacts: (path: string) => Promise<FileFacts>;
  /** Multiplies all delays. */
  readonly slowness?: number;
}

/**
 * Polls the few files that changed recently. FSEvents and ReadDirectoryChangesW may report nothing as long as a writer
 * keeps its file open and appends to it, as agents do. Also, chokidar drops an event that follows another within 5 ms,
 * and the first event's line may have been read by then.
 */
export interface HotFiles {
  /** Notes a file's current facts. The file is polled until it has not changed for `hotForMs`. */
  touch(path: string, facts: FileFacts): void;
  /** Pauses or resumes polling. */
  setPaused(isPaused: boolean): void;
  close(): void;
}

/**
 * The delay before the next poll of a file that has not changed for `restedMs`; null when the file is no longer hot.
 * Where events are fully reliable, polling only has to compensate for an event that was dropped right after another.
 */
export function toPollDelay(restedMs: number, trust: WatchReliability): number | null {
  // A time in the future comes from another machine's clock: treat it as now.
  if (trust === 'full') return restedMs < 10_000 ? 1000 : restedMs < hotForMs ? 60_000 : null;
  if (restedMs < 10_000) return 250;
  if (restedMs < 60_000) return 500;
  if (restedMs < 5 * 60_000) return 1000;
  return restedMs < hotForMs ? 2000 : null;
}

/** Builds the polling of hot files. Its timer does not keep the process alive. */
export function createHotFiles(options: HotFilesOptions): HotFiles {
  const { clock, onChange, slowness = 1 } = options;
  const files = new Map<string, { facts: FileFacts; dueMs: number }>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  const delayOf = (path: string, facts: FileFacts): number | null => {
    const delay = toPollDelay(clock.nowMs() - facts.mtimeMs, options.trust(path));
    return delay === null ? null : delay * slowness;
  };

  const schedule = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isStopped || files.size === 0) return;
    const dueMs = Math.min(...[...files.values()].map((file) => file.dueMs));
    timer = setTimeout(() => void checkDue(), Math.max(50, dueMs - performance.now()));
    timer.unref();
  };

  const checkDue = async (): Promise<void> => {
    timer = null;
    // Include files that are due soon: one wake-up for many files.
    const horizonMs = performance.now() + 50;
    const due = [...files].filter(([, file]) => file.dueMs <= horizonMs);
    await Promise.all(due.map(([path, file]) => check(path, file)));
    if (timer === null) schedule();
  };

  const check = async (path: string, file: { facts: FileFacts; dueMs: number }): Promise<void> => {
    try {
      const facts = await options.readFacts(path);
      // Changes are reported when polling resumes.
      if (isStopped) return;
      const isSame = facts.size === file.facts.size && facts.mtimeMs === file.facts.mtimeMs;
      if (!isSame) file.facts = facts;
      const delay = delayOf(path, facts);
      if (delay === null) files.delete(path);
      else file.dueMs = performance.now() + delay;
      if (!isSame) onChange(path);
    } catch (error) {
      files.delete(path);
      if (isMissing(error) && !isStopped) onChange(path);
    }
  };

  return {
    touch(path, facts) {
      const delay = delayOf(path, facts);
      files.delete(path);
      if (delay === null) return;
      files.set(path, { facts, dueMs: performance.now() + delay });
      if (files.size > maxFiles) files.delete(toCoolest(files));
      schedule();
    },
    setPaused(isPaused) {
      isStopped = isPaused;
      schedule();
    },
    close() {
      isStopped = true;
      files.clear();
      schedule();
    },
  };
}

function toCoolest(files: ReadonlyMap<string, { readonly facts: FileFacts }>): string {
  let coolest = { path: '', mtimeMs: Infinity };
  for (const [path, { facts }] of files) {
    if (facts.mtimeMs < coolest.mtimeMs) coolest = { path, mtimeMs: facts.mtimeMs };
  }
  return coolest.path;
}
