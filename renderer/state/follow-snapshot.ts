import type { Host } from '../../shared/contract/index.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import { applyChange } from '../../shared/snapshot/revisions.ts';

/** Keeps somebody up to date with the host's snapshot. */
export interface SnapshotFollower {
  /** Asks for a whole snapshot, unless one is already under way. Never rejects. */
  refresh(): Promise<void>;
  readonly dispose: Dispose;
}

/** Where a follower puts what it learns. */
export interface SnapshotSink {
  held(): AppSnapshot | null;
  hold(snapshot: AppSnapshot): void;
  /** The host did not answer; what is held stays. */
  fail(error: unknown): void;
}

/**
 * Applies the host's changes to the held snapshot. A change that starts from another revision (the page was hidden,
 * or the engine began anew) makes it ask for a whole one.
 */
export function followSnapshot(host: Host, sink: SnapshotSink): SnapshotFollower {
  let asking: Promise<void> | null = null;
  let missedWhileAsking = false;

  async function ask(): Promise<void> {
    do {
      missedWhileAsking = false;
      try {
        sink.hold(await host.call('snapshot'));
      } catch (error) {
        sink.fail(error);
        return;
      }
    } while (missedWhileAsking);
  }
  function refresh(): Promise<void> {
    asking ??= ask().finally(() => (asking = null));
    return asking;
  }

  const dispose = host.on('snapshotChanged', (change) => {
    if (asking !== null) {
      // The answer under way may be older or newer than this change: only another whole one is certain.
      missedWhileAsking = true;
      return;
    }
    const held = sink.held();
    const next = held === null ? null : applyChange(held, change);
    if (next === null) void refresh();
    else sink.hold(next);
  });
  return { refresh, dispose };
}
