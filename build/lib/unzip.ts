import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a zip file entry by entry, preserving executable bits and symbolic links. `toPath` maps the name of an entry to
 * its path below `folder`, or to null to skip it. Throws on a damaged archive and on a path that leaves `folder`.
 */
export async function unzip(
  zipFile: string,
  folder: string,
  toPath: (entryName: string) => string | null,
): Promise<void> {
  const zip = await openPromise(zipFile, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const path = toPath(entry.fileName);
      if (path === null || path === '') continue;
      const destination = join(folder, path);
      if (!resolve(destination).startsWith(resolve(folder) + sep)) throw new Error(`unsafe path in zip: ${path}`);
      if (entry.fileName.endsWith('/')) {
        await mkdir(destination, { recursive: true });
        continue;
      }
      await mkdir(dirname(destination), { recursive: true });
      const unixMode = entry.externalFileAttributes >>> 16;
      const content = await zip.openReadStreamPromise(entry);
      if ((unixMode & FILE_TYPE_MASK) === SYMBOLIC_LINK) await symlink(await text(content), destination);
      else await pipeline(content, createWriteStream(destination, { mode: unixMode & 0o777 || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
