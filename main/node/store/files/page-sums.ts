import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** The CRC-32 of every page of a file, kept in memory: 4 bytes a page, 27 KB for a ledger of 27 MB. */
export interface PageSums {
  /** Whether they are known for all pages of a file of this size, in bytes. */
  areComplete(size: number): boolean;
  /** Reads the next 2 MB whose sums are not known yet. */
  learnSlice(size: number): void;
  /** Reads the whole file and compares it. */
  match(size: number): boolean;
  /** These pages, and any beyond the former end, were written on purpose. */
  update(pages: Iterable<number>, formerSize: number, size: number): void;
  /** What was learnt cannot be trusted. */
  forget(): void;
}

/** The default page size of SQLite databases. */
export const pageBytes = 4_096;
const slicePages = 512;

/** Builds them for an open file; none is known at first. */
export function createPageSums(file: number): PageSums {
  let sums = new Uint32Array(0);
  /** The number of pages whose sums are known, from the first one on. */
  let known = 0;

  const visit = (from: number, to: number, use: (page: number, sum: number) => void): void => {
    const bytes = Buffer.alloc((to - from) * pageBytes);
    const length = readSync(file, bytes, 0, bytes.length, from * pageBytes);
    for (let page = from; page < to; page += 1) {
      const start = (page - from) * pageBytes;
      use(page, crc32(bytes.subarray(start, Math.min(start + pageBytes, length))));
    }
  };
  const learn = (to: number): void => {
    if (to > sums.length) {
      const longer = new Uint32Array(to + slicePages);
      longer.set(sums);
      sums = longer;
    }
    visit(known, to, (page, sum) => (sums[page] = sum));
    known = to;
  };
  const learnSlice = (size: number): void => learn(Math.min(known + slicePages, pagesOf(size)));

  return {
    areComplete: (size) => known === pagesOf(size),
    learnSlice,
    match(size) {
      let isSame = known === pagesOf(size);
      for (let from = 0; isSame && from < known; from += slicePages) {
        visit(from, Math.min(from + slicePages, known), (page, sum) => (isSame &&= sums[page] === sum));
      }
      return isSame;
    },
    update(pages, formerSize, size) {
      const wereComplete = known === pagesOf(formerSize);
      known = Math.min(known, pagesOf(size));
      for (const page of pages) if (page < known) visit(page, page + 1, (_, sum) => (sums[page] = sum));
      while (wereComplete && known < pagesOf(size)) learnSlice(size);
    },
    forget: () => void (known = 0),
  };
}

function pagesOf(size: number): number {
  return Math.ceil(size / pageBytes);
}
