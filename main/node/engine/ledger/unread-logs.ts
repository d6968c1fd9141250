import type { KnownFile } from '../../../../shared/ports/cursor-store.ts';
import type { FoundFile } from '../../ingest/discovery/discover-logs.ts';

/** Less than this at a file's end is a line that is still being written. */
const beingWrittenBytes = 64 * 1024;

/** How many bytes of the logs the ledger does not hold yet; 0 when it holds all but the last lines. */
export function countUnreadBytes(
  files: readonly Pick<FoundFile, 'path' | 'size'>[],
  known: { get(path: string): Pick<KnownFile, 'bytesRead'> | undefined },
): number {
  let unread = 0;
  for (const { path, size } of files) {
    const file = known.get(path);
    const left = size - (file?.bytesRead ?? 0);
    if (file === undefined || left >= beingWrittenBytes) unread += Math.max(0, left);
  }
  return unread;
}
