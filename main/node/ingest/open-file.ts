import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file that is open for reading. What its methods do not return at once is awaited. All of them fail as `fs` does. */
export interface OpenFile {
  stat(): Stats | Promise<Stats>;
  /** Fills the start of `target`, up to `length` bytes, from a place in the file; returns how many there were. */
  read(target: Buffer, length: number, position: number): number | Promise<number>;
  close(): void | Promise<void>;
}

/** Without waiting, so that a named pipe in a file's place cannot hold a thread for ever. */
export const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file; while the system works on it, this thread does other things. */
export async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, openFlags);
  return {
    stat: () => handle.stat(),
    read: async (target, length, position) => (await handle.read(target, 0, length, position)).bytesRead,
    close: () => handle.close(),
  };
}
