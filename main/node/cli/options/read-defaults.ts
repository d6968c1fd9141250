import { open } from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import { defaultsFileName, type DefaultsFile } from './defaults-file.ts';

/** Far more than anyone writes. */
const maxBytes = 64 * 1024;

/** Reads the file of defaults in a data folder. What is no readable file of that size counts as none. Never rejects. */
export async function readDefaults(dataFolder: string): Promise<DefaultsFile> {
  const file = path.join(dataFolder, defaultsFileName);
  try {
    // Without waiting for a writer, should it be a pipe.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await handle.stat().then((found) => (found.isFile() ? found : { size: Infinity }));
      return { file, text: size > maxBytes ? null : await handle.readFile('utf8') };
    } finally {
      await handle.close();
    }
  } catch {
    return { file, text: null };
  }
}
