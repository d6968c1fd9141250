import { statSync } from 'node:fs';

/** A path of one of Fuelgauge's files is occupied by something that is not a file. */
export class NotAFileError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`not a file: ${path}`);
    this.path = path;
  }
}

/**
 * Throws a `NotAFileError` when a path is occupied by something that is not a file. SQLite would wait for it, or report
 * an I/O error.
 */
export function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new NotAFileError(path);
}
