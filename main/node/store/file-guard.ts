import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Knows how this process left a database's file, so that what another program does to it is noticed. */
export interface FileGuard {
  /** Whether the file holds what this process left there. Two system calls, unless its size or time has changed. */
  isUntouched(): boolean;
  /** Whether its first page is still this process's own. If so, it is damaged rather than another file. */
  hasOwnHead(): boolean;
  /** Whether it is a SQLite database. */
  isDatabase(): boolean;
  /** This process has just written it: from now on it should be as it is. */
  note(): void;
  /** Call this after the database is closed: it releases the locks that this process has on the file (POSIX). */
  close(): void;
}

const pageBytes = 4_096;
const samples = 64;
const magic = 'SQLite format 3\0';

/**
 * Builds a guard of the file at a path. It keeps the file open, because closing any descriptor of a file releases the
 * locks of all the others (POSIX; https://sqlite.org/howtocorrupt.html). A new time alone, as `touch` and backups leave
 * it, is no change of the contents: 64 pages spread over the file, the first and the last among them, decide.
 */
export function createFileGuard(path: string): FileGuard {
  const file = openSync(path, 'r');
  const readPage = (position: number): Buffer => {
    const page = Buffer.alloc(pageBytes);
    return page.subarray(0, readSync(file, page, 0, pageBytes, position));
  };
  const readFacts = () => {
    const { size, mtimeNs } = fstatSync(file, { bigint: true });
    return { size: Number(size), mtimeNs };
  };
  const sample = (size: number): string => {
    const hash = createHash('sha1');
    const step = Math.max(pageBytes, Math.floor(size / samples / pageBytes) * pageBytes);
    for (let position = 0; position < size; position += step) hash.update(readPage(position));
    return hash.update(readPage(Math.max(0, size - pageBytes))).digest('hex');
  };
  const read = () => {
    const seen = readFacts();
    return { ...seen, head: readPage(0), contents: sample(seen.size) };
  };
  let known = read();
  return {
    isUntouched() {
      const { size, mtimeNs } = readFacts();
      if (size !== known.size) return false;
      if (mtimeNs === known.mtimeNs) return true;
      if (sample(size) !== known.contents) return false;
      known = { ...known, mtimeNs };
      return true;
    },
    hasOwnHead: () => readPage(0).equals(known.head),
    isDatabase: () => readPage(0).toString('latin1', 0, magic.length) === magic,
    note() {
      known = read();
    },
    close: () => closeSync(file),
  };
}
