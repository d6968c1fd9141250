import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * A file that is open for reading. Methods may return their result directly or as a promise. All of them fail as `fs`
 * does.
 */
export interface OpenFile {
  stat(): Stats | Promise<Stats>;
  /** Fills the start of `target` with up to `length` bytes from a file position; returns how many there were. */
  read(target: Buffer, length: number, position: number): number | Promise<number>;
  close(): void | Promise<void>;
}

/** Non-blocking, so that a named pipe in place of a file cannot block a thread forever. */
export const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file asynchronously, so that this thread can do other things. */
export async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, openFlags);
  return {
    stat: () => handle.stat(),
    read: async (target, length, position) => (await handle.read(target, 0, length, position)).bytesRead,
    close: () => handle.close(),
  };
}
