import { fstatSync, readSync } from 'node:fs';

/** Far more than any agent passes. */
const maxBytes = 1_048_576;
const waitMs = 5;
const maxWaits = 200;

/**
 * Everything on standard input, up to a megabyte; empty from a terminal. What was read before the input failed counts.
 * Never throws. Not by `process.stdin`, which takes milliseconds to build.
 */
export function readInput(): string {
  const chunks: Buffer[] = [];
  let left = hasInput() ? maxBytes : 0;
  for (let waits = 0; left > 0 && waits < maxWaits;) {
    const chunk = Buffer.allocUnsafe(Math.min(left, 65_536));
    const bytes = readChunk(chunk);
    if (bytes === 0) break;
    if (bytes === null) {
      waits += 1;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
      continue;
    }
    chunks.push(chunk.subarray(0, bytes));
    left -= bytes;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Null: a pipe that does not block and has nothing yet. Zero: the end, which Windows reports as an error. */
function readChunk(chunk: Buffer): number | null {
  try {
    return readSync(0, chunk, 0, chunk.length, null);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? null : 0;
  }
}

function hasInput(): boolean {
  try {
    return !fstatSync(0).isCharacterDevice();
  } catch {
    return false;
  }
}
