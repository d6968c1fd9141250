import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { openFlags, type OpenFile } from '../open-file.ts';

/** Opens a file with blocking calls, for a thread that has nothing else to do: half the work of `openFile`. */
export function openFileWaiting(path: string): OpenFile {
  const descriptor = openSync(path, openFlags);
  return {
    stat: () => fstatSync(descriptor),
    read: (target, length, position) => readSync(descriptor, target, 0, length, position),
    close: () => closeSync(descriptor),
  };
}
