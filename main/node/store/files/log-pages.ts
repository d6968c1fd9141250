import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { pageBytes } from './page-sums.ts';

const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * Reads which pages of its database a write-ahead log holds, the first being 0: no others are written when it is folded
 * in. Frames that were folded in before count as well. Null when the log cannot tell, because its pages have another
 * size or it is not there. See https://sqlite.org/fileformat2.html#walformat
 */
export function readLogPages(path: string): ReadonlySet<number> | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const header = Buffer.alloc(headerBytes);
    const pages = new Set<number>();
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return pages;
    if (header.readUInt32BE(8) !== pageBytes) return null;
    const { size } = fstatSync(file);
    for (let offset = headerBytes; offset + frameHeaderBytes <= size; offset += frameHeaderBytes + pageBytes) {
      readSync(file, header, 0, frameHeaderBytes, offset);
      pages.add(header.readUInt32BE(0) - 1);
    }
    return pages;
  } finally {
    // SQLite locks its index, never the log itself, so closing it releases no lock.
    closeSync(file);
  }
}
