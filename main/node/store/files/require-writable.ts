import { accessSync, constants, existsSync } from 'node:fs';

/**
 * Throws a system error (`EROFS`, `EACCES`) when one of these exists and cannot be written. SQLite silently opens a
 * file that it cannot write for reading only, and then even an exclusive transaction locks nothing.
 */
export function requireWritable(...paths: readonly string[]): void {
  for (const path of paths) if (existsSync(path)) accessSync(path, constants.W_OK);
}
