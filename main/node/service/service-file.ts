import { lstat, mkdir, readFile, rm, rmdir, writeFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

const maxBytes = 1_048_576;
/** Windows' own mark of UTF-16. */
const byteOrderMark = '\uFEFF';

type Encoding = 'utf8' | 'utf16le';

/** The text of a service's file; null where there is none. Fails where something else is in its place, such as a link. */
export async function readServiceFile(
  file: string,
  encoding: Encoding,
): Promise<Result<string | null, 'not-readable'>> {
  try {
    const found = await lstat(file);
    if (!found.isFile() || found.size > maxBytes) return fail('not-readable');
    const text = await readFile(file, encoding);
    return ok(encoding === 'utf16le' ? text.replace(byteOrderMark, '') : text);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? ok(null) : fail('not-readable');
  }
}

/**
 * Writes the file as a whole. Returns the topmost folder that had to be made for it, null for none. Rejects when the system
 * does not allow it.
 */
export async function writeServiceFile(file: string, text: string, encoding: Encoding): Promise<string | null> {
  const made = await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, encoding === 'utf16le' ? byteOrderMark + text : text, { encoding, flag: 'wx', flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return made ?? null;
}

/** Removes the file, and the folders from its own up to `made` as far as they are empty now. */
export async function removeServiceFile(file: string, made: string | null): Promise<void> {
  await rm(file, { force: true });
  if (made === null) return;
  for (let folder = path.dirname(file); folder.startsWith(made); folder = path.dirname(folder)) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
