import type { Host } from '../../shared/contract/index.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import { followSnapshot } from '../../shared/snapshot/follow-snapshot.ts';
import { toFailureText } from '../bridge/host.ts';

/** The snapshot that this page shows, live. */
export interface SnapshotState {
  /** Null until the host has answered for the first time. */
  readonly current: AppSnapshot | null;
  /** Why the host did not answer; null while it does. The last snapshot stays visible. */
  readonly failure: string | null;
  refresh(): Promise<void>;
}

/** Follows the host's snapshot for the life of the page; requests it again whenever the page becomes visible. */
export function createSnapshotState(host: Host): SnapshotState {
  let current = $state.raw<AppSnapshot | null>(null);
  let failure = $state<string | null>(null);
  const follower = followSnapshot(
    { ask: () => host.call('snapshot'), onChange: (listener) => host.on('snapshotChanged', listener) },
    {
      held: () => current,
      hold(snapshot) {
        current = snapshot;
        failure = null;
      },
      fail: (error) => (failure = toFailureText(error)),
    },
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void follower.refresh();
  });
  void follower.refresh();
  return {
    get current() {
      return current;
    },
    get failure() {
      return failure;
    },
    refresh: follower.refresh,
  };
}
