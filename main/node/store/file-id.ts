import { statSync } from 'node:fs';

/** Names the file that stands at a path now, whatever it is called; null when there is none. Throws when that cannot be read. */
export function readFileId(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`;
}
