import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createPageSums, pageBytes } from './page-sums.ts';

/** Remembers the state in which this process left a database's file, to notice what another program does to it. */
export interface FileGuard {
  /** Whether the file holds what this process left there. A system call, unless its size or times have changed. */
  isUntouched(): boolean;
  /** Whether its first page is still this process's own. If so, it is damaged rather than another file. */
  hasOwnHead(): boolean;
  /** Whether it is a SQLite database. */
  isDatabase(): boolean;
  /** This process has just written these pages, or (null) unknown ones: their current contents are right. */
  note(pages: Iterable<number> | null): void;
  /** Call this after the database is closed: it releases the locks that this process has on the file (POSIX). */
  close(): void;
}

/** A one-shot command has ended by then, and never reads the file for this. */
const learnAfterMs = 1_000;
const pauseMs = 10;
const magic = 'SQLite format 3\0';

/**
 * Builds a guard of the file at a path. It keeps the file open, because closing any descriptor of a file releases the
 * locks of all the others (POSIX; https://sqlite.org/howtocorrupt.html). New times alone, as `touch` and backups leave
 * them, are no change of the contents: the sums of all pages decide. They are learnt a second after opening, in slices;
 * until then, a new time of writing counts as a change.
 */
export function createFileGuard(path: string): FileGuard {
  const file = openSync(path, 'r');
  const sums = createPageSums(file);
  const readHead = (): Buffer => {
    const page = Buffer.alloc(pageBytes);
    return page.subarray(0, readSync(file, page, 0, pageBytes, 0));
  };
  const readFacts = () => {
    const { size, mtimeNs, ctimeNs } = fstatSync(file, { bigint: true });
    return { size: Number(size), mtimeNs, ctimeNs };
  };
  let known = readFacts();
  let head = readHead();
  const isUnwritten = (): boolean => {
    const { size, mtimeNs } = readFacts();
    return size === known.size && mtimeNs === known.mtimeNs;
  };

  let timer: NodeJS.Timeout;
  const learnIn = (ms: number): void => {
    timer = setTimeout(learn, ms);
    timer.unref();
  };
  const learn = (): void => {
    if (sums.areComplete(known.size)) return;
    try {
      sums.learnSlice(known.size);
      if (isUnwritten()) return learnIn(pauseMs);
    } catch {
      // The page cannot be read. The next reader reports it.
    }
    sums.forget();
  };
  learnIn(learnAfterMs);

  return {
    isUntouched() {
      const { size, mtimeNs, ctimeNs } = readFacts();
      if (size !== known.size) return false;
      const canCompare = sums.areComplete(size);
      // A program can reset the modification time, but not the change time.
      if (mtimeNs === known.mtimeNs && (ctimeNs === known.ctimeNs || !canCompare)) return true;
      if (!canCompare || !sums.match(size)) return false;
      known = { size, mtimeNs, ctimeNs };
      return true;
    },
    hasOwnHead: () => readHead().equals(head),
    isDatabase: () => readHead().toString('latin1', 0, magic.length) === magic,
    note(pages) {
      const { size } = known;
      known = readFacts();
      head = readHead();
      if (pages !== null) return sums.update(pages, size, known.size);
      sums.forget();
      clearTimeout(timer);
      learnIn(pauseMs);
    },
    close() {
      clearTimeout(timer);
      closeSync(file);
    },
  };
}
