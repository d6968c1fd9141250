import { hourMs } from '../../../../shared/domain/instant.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { CursorStore } from '../../../../shared/ports/cursor-store.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { discoverLogs, type FoundFile, type SourceRoot } from '../../ingest/discovery/discover-logs.ts';
import { type UnreadCause, warnOfExpiringLogs } from './expiring-logs.ts';
import { readRetentionDays } from './read-retention.ts';
import { createRepeater } from '../repeater.ts';

/** The watch's dependencies. */
export interface ExpiryWatchOptions {
  readonly host: HostEnvironment;
  readonly store: Pick<CursorStore, 'knownFiles'>;
  readonly clock: Clock;
  /** Folders that may be looked at now. */
  readonly roots: () => Promise<readonly SourceRoot[]>;
  /** Whether a path is in another system that does not run now. */
  readonly isAsleep: (path: string) => boolean;
  /** Why logs may remain unread now; null when all of them are being read. */
  readonly cause: () => UnreadCause | null;
  /** The warning has changed. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Checks every hour whether logs that are not being read are about to be deleted. */
export interface ExpiryWatch {
  start(): void;
  /** Checks now, because the cause may have changed. Never rejects. */
  check(): Promise<void>;
  problem(): Problem | null;
  stop(): void;
}

/** Builds the watch; while everything is being read, a check costs nothing. */
export function createExpiryWatch(options: ExpiryWatchOptions): ExpiryWatch {
  const { host, store, clock, onError } = options;
  let problem: Problem | null = null;
  let isStopped = false;

  const warn = async (): Promise<Problem | null> => {
    const cause = options.cause();
    if (cause === null) return null;
    const roots = await options.roots();
    const files: FoundFile[] = [];
    const [retentionDays] = await Promise.all([
      readRetentionDays(roots, host.platform),
      discoverLogs(roots, (file) => void files.push(file), options.isAsleep),
    ]);
    if (isStopped || options.cause() === null) return null;
    return warnOfExpiringLogs({ files, known: store.knownFiles(), retentionDays, cause, nowMs: clock.nowMs() });
  };

  const check = async (): Promise<void> => {
    try {
      const found = await warn();
      const isNews = JSON.stringify(found) !== JSON.stringify(problem);
      problem = found;
      if (isNews && !isStopped) options.onChange();
    } catch (error) {
      onError(error);
    }
  };

  const ticks = createRepeater(() => hourMs, check, onError);
  return {
    start: ticks.start,
    check,
    problem: () => problem,
    stop() {
      isStopped = true;
      ticks.stop();
    },
  };
}
