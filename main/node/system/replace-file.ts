import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a text file as a whole, so that a reader finds either the old or the new one, also after a crash. Its folder is
 * created when it is missing. Rejects when the system cannot write; nothing is left beside the file then. File and new
 * folder are private to the user, whatever is there already, unless the file `isPublic`.
 */
export async function replaceFile(file: string, text: string, isPublic?: 'isPublic'): Promise<void> {
  const isPrivate = isPublic === undefined;
  await mkdir(path.dirname(file), { recursive: true, ...(isPrivate && { mode: 0o700 }) });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    // A draft left by a crash would keep its own permissions.
    await rm(draft, { force: true });
    await writeFile(draft, text, { flush: true, ...(isPrivate && { mode: 0o600 }) });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
