import type { Dispose } from '../lib/disposable.ts';
import type { AppSnapshot, SnapshotChange } from './app-snapshot.ts';
import { applyChange } from './revisions.ts';

/** Where snapshots come from: a host over some transport, or an engine on its worker. */
export interface SnapshotSource {
  /** Requests the whole snapshot. */
  ask(): Promise<AppSnapshot>;
  onChange(listener: (change: SnapshotChange) => void): Dispose;
}

/** Receives what a follower learns. */
export interface SnapshotSink {
  held(): AppSnapshot | null;
  hold(snapshot: AppSnapshot): void;
  /** The source did not answer; the held snapshot stays. */
  fail(error: unknown): void;
}

/** Keeps a sink up to date with a source. */
export interface SnapshotFollower {
  /** Requests a whole snapshot, unless a request is already pending. Never rejects. */
  refresh(): Promise<void>;
  readonly dispose: Dispose;
}

/**
 * Applies the source's changes to the held snapshot. If a change starts from a different revision than the held one,
 * something was missed, so it requests a whole snapshot.
 */
export function followSnapshot(source: SnapshotSource, sink: SnapshotSink): SnapshotFollower {
  let asking: Promise<void> | null = null;
  /** The newest change that arrived while a request was pending. It may be older or newer than the response. */
  let pending: SnapshotChange | null = null;

  async function ask(): Promise<void> {
    for (let isBehind = true; isBehind;) {
      pending = null;
      try {
        const answer = await source.ask();
        const newest = catchUp(answer, pending);
        isBehind = newest === null;
        sink.hold(newest ?? answer);
      } catch (error) {
        sink.fail(error);
        return;
      }
    }
  }
  function refresh(): Promise<void> {
    asking ??= ask().finally(() => (asking = null));
    return asking;
  }

  const dispose = source.onChange((change) => {
    if (asking !== null) {
      pending = change;
      return;
    }
    const held = sink.held();
    const next = held === null ? null : applyChange(held, change);
    if (next === null) void refresh();
    else sink.hold(next);
  });
  return { refresh, dispose };
}

/** The response with a change that arrived meanwhile applied; null when changes between the two are missing. */
function catchUp(answer: AppSnapshot, pending: SnapshotChange | null): AppSnapshot | null {
  return pending === null || pending.revision <= answer.revision ? answer : applyChange(answer, pending);
}
