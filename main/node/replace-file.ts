import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a text file as a whole, so that a reader finds either the old or the new one, also after a crash. Its folder is
 * created when it is missing. Rejects when the system cannot write; nothing is left beside the file then. `mode`: the
 * file's permissions, if not the usual ones; a new folder is then private to the user.
 */
export async function replaceFile(file: string, text: string, mode?: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, ...(mode !== undefined && { mode: 0o700 }) });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    // The rest of a crash would keep its own permissions.
    if (mode !== undefined) await rm(draft, { force: true });
    await writeFile(draft, text, { flush: true, ...(mode !== undefined && { mode }) });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
