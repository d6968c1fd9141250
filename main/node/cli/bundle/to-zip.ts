import { strToU8, zip } from 'fflate';

/** A file in an archive. Its name is ASCII, with `/` between folders. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** The earliest date of the format, so that archives of the same texts are identical byte for byte. */
const mtime = new Date(1980, 0, 1);

/** Packs small texts into a zip archive. */
export function toZip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const files = Object.fromEntries(entries.map(({ name, text }) => [name, strToU8(text)]));
  return new Promise((resolve, reject) => {
    zip(files, { mtime }, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}
