import type { Dispose } from '../lib/disposable.ts';
import { createEmitter } from '../lib/emitter.ts';
import type { AppSnapshot } from './app-snapshot.ts';
import { followSnapshot, type SnapshotSource } from './follow-snapshot.ts';

/** The newest snapshot of a source, wherever the source runs. */
export interface HeldSnapshot {
  /** Null until the source has answered for the first time. */
  current(): AppSnapshot | null;
  onChange(listener: (snapshot: AppSnapshot) => void): Dispose;
  /** Requests a whole snapshot. Never rejects. */
  refresh(): Promise<void>;
  readonly dispose: Dispose;
}

/** Holds a source's snapshot and keeps it up to date, starting with the first `refresh`. */
export function holdSnapshot(source: SnapshotSource, onFailure: (error: unknown) => void): HeldSnapshot {
  const changes = createEmitter<AppSnapshot>();
  let held: AppSnapshot | null = null;
  const follower = followSnapshot(source, {
    held: () => held,
    hold(snapshot) {
      held = snapshot;
      changes.emit(snapshot);
    },
    fail: onFailure,
  });
  return { current: () => held, onChange: changes.on, refresh: follower.refresh, dispose: follower.dispose };
}
