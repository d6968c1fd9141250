import { fstatSync, readSync } from 'node:fs';
import { parseJsonRecord } from '../../../shared/lib/json-record.ts';

/** Far more than any agent passes. */
const maxBytes = 1_048_576;
const waitMs = 5;
const maxWaits = 200;

/**
 * One JSON object from standard input, up to a megabyte; empty from a terminal. It ends where the object does: the
 * agent may keep the input open. If the input fails, what was read until then counts; a byte order mark is ignored.
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
    if (isWhole(chunks)) break;
  }
  return toText(chunks);
}

function toText(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

/** Whether what was read is a JSON object: nothing else is passed after it. */
function isWhole(chunks: readonly Buffer[]): boolean {
  // Most chunks of a large input end elsewhere.
  if (chunks.at(-1)?.toString('latin1').trimEnd().endsWith('}') !== true) return false;
  return parseJsonRecord(toText(chunks)).ok;
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
