import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import { holdSnapshot } from '../../../../shared/snapshot/hold-snapshot.ts';

/** A host's snapshot, kept up to date. */
export interface LiveSnapshot {
  current(): AppSnapshot;
  onChange(listener: () => void): Dispose;
  readonly dispose: Dispose;
}

/** Follows the snapshot of a client's host. Rejects when the host does not answer. */
export async function openLiveSnapshot(client: Client<HostContract>): Promise<LiveSnapshot> {
  let failure: unknown = null;
  const held = holdSnapshot(
    { ask: () => client.call('snapshot'), onChange: (listener) => client.on('snapshotChanged', listener) },
    (error) => (failure = error),
  );
  await held.refresh();
  const first = held.current();
  if (first === null) throw failure;
  return { current: () => held.current() ?? first, onChange: held.onChange, dispose: held.dispose };
}
