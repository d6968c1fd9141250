import { statSync } from 'node:fs';

/** Something that is not a file has the name of one of Fuelgauge's files. */
export class NotAFileError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`not a file: ${path}`);
    this.path = path;
  }
}

/**
 * Throws a `NotAFileError` when there is something at a path that is not a file. SQLite would wait for it, or report an
 * I/O error.
 */
export function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new NotAFileError(path);
}
