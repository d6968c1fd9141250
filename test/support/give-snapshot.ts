import type { HostClient } from '../../main/node/host/clients/clients.ts';
import { hostContract } from '../../shared/contract/index.ts';
import { silentLogger } from '../../shared/ports/logger.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import { createDefaultHandlers } from '../fakes/fake-values.ts';

/** Lets a client ask for the snapshot; this one is the answer. */
export async function giveSnapshot(client: HostClient | undefined, snapshot: AppSnapshot): Promise<void> {
  const handlers = { ...createDefaultHandlers(hostContract.calls), snapshot: () => snapshot };
  await client?.answer({ calls: hostContract.calls, handlers, logger: silentLogger }, 'snapshot', undefined);
}
