import type { Dispose } from '../../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { AppSnapshot, SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { createSnapshot, updateSnapshot } from '../../../../shared/snapshot/revisions.ts';

/** Holds the newest snapshot and reports each change of it. */
export interface SnapshotPublisher {
  current(): AppSnapshot;
  /** Replaces sections; nothing is reported if their content is unchanged. */
  publish(sections: Partial<SnapshotSections>): void;
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
}

/**
 * Builds the publisher with the sections known before anything was read. `toShown` turns sections into what may be shown
 * of them.
 */
export function createSnapshotPublisher(
  first: SnapshotSections,
  clock: Clock,
  toShown: (sections: Partial<SnapshotSections>) => Partial<SnapshotSections> = (sections) => sections,
): SnapshotPublisher {
  const changes = createEmitter<AppSnapshot>();
  let snapshot = createSnapshot(first, clock.nowMs());
  return {
    current: () => snapshot,
    publish(sections) {
      const next = updateSnapshot(snapshot, toShown(sections), clock.nowMs());
      if (next === snapshot) return;
      snapshot = next;
      changes.emit(next);
    },
    onSnapshot: changes.on,
  };
}
