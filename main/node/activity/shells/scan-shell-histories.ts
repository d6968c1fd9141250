import { createToolFinder } from '../../../../shared/activity/command-tools.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import { agents } from '../../../../shared/processes/agents.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { readShellHistory } from './read-shell-history.ts';
import { listShellHistories } from './shell-places.ts';

const findTools = createToolFinder(agents);

/** Counts what is new in the histories of all shells into the ledger; rejects only when that cannot be written. */
export async function scanShellHistories(
  host: HostEnvironment,
  { store, nowMs }: { readonly store: ActivityStore; readonly nowMs: number },
): Promise<void> {
  const cursors = store.activityCursors();
  for (const place of listShellHistories(host)) {
    const name = `shell:${place.path}`;
    const reading = await readShellHistory(place, cursors.get(name), { nowMs, findTools });
    if (reading === null) continue;
    const { dated, undated } = reading.counts;
    store.recordActivity({ added: undated, raised: dated, cursors: new Map([[name, reading.cursor]]) });
  }
}
