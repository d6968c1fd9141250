import { statSync } from 'node:fs';

/**
 * Identifies the file that is currently at a path, independently of its name; null when there is none. Throws when that
 * cannot be read.
 */
export function readFileId(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`;
}
