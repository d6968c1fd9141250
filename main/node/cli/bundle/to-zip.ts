import { strToU8, zipSync } from 'fflate';

/** A file in an archive. Its name is ASCII, with `/` between folders. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** The first day that the format knows, so that archives of the same texts are the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Packs small texts into a zip archive. */
export function toZip(entries: readonly ZipEntry[]): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, text }) => [name, strToU8(text)])), { mtime });
}
