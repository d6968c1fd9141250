import { readUpTo } from './small-files.ts';

/** Far more than any agent passes. */
const maxBytes = 1_048_576;
const waitMs = 5;
const maxWaits = 200;

/** Everything on standard input, up to a megabyte; empty from a terminal or where nothing can be read. Never throws. */
export function readInput(): string {
  if (process.stdin.isTTY) return '';
  let text = '';
  for (let waits = 0; waits < maxWaits; waits += 1) {
    try {
      return text + readUpTo(0, maxBytes);
    } catch (error) {
      // A pipe that does not block and has nothing yet.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return text;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
  return text;
}
