import type { KnownFile } from '../../../shared/ports/ledger-store.ts';
import type { FoundFile } from '../ingest/discovery/discover-logs.ts';

/** Less than this at a file's end is a line that is being written. */
const beingWrittenBytes = 64 * 1024;

/** How much of the logs the ledger does not hold yet, in bytes; 0 when all but the last lines are in it. */
export function countUnreadBytes(
  files: readonly Pick<FoundFile, 'path' | 'size'>[],
  known: ReadonlyMap<string, Pick<KnownFile, 'bytesRead'>>,
): number {
  let unread = 0;
  for (const { path, size } of files) {
    const file = known.get(path);
    const left = size - (file?.bytesRead ?? 0);
    if (file === undefined || left >= beingWrittenBytes) unread += Math.max(0, left);
  }
  return unread;
}
