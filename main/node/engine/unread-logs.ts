import { toBytesRead } from '../../../shared/ledger/cursor-position.ts';
import type { FileCursor } from '../../../shared/ports/ledger-store.ts';
import type { FoundFile } from '../ingest/discovery/discover-files.ts';

/** Less than this at a file's end is a line that is being written. */
const beingWrittenBytes = 64 * 1024;

/** How much of the logs the ledger does not hold yet, in bytes; 0 when all but the last lines are in it. */
export function countUnreadBytes(
  files: readonly Pick<FoundFile, 'path' | 'size'>[],
  cursors: ReadonlyMap<string, Pick<FileCursor, 'position'>>,
): number {
  let unread = 0;
  for (const { path, size } of files) {
    const cursor = cursors.get(path);
    const left = size - (cursor === undefined ? 0 : toBytesRead(cursor.position));
    if (cursor === undefined || left >= beingWrittenBytes) unread += Math.max(0, left);
  }
  return unread;
}
