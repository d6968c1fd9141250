import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A pipe in place of a file would block. */
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The text of a file of at most `maxBytes`; null when there is none, it is larger, or it is no file. Never throws. */
export function readSmallFile(file: string, maxBytes: number): string | null {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, readFlags);
    const found = fstatSync(descriptor);
    if (!found.isFile() || found.size > maxBytes) return null;
    return readUpTo(descriptor, maxBytes);
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Everything that a descriptor has, up to `maxBytes`, as text. Throws what the system throws. */
function readUpTo(descriptor: number, maxBytes: number): string {
  const chunks: Buffer[] = [];
  for (let left = maxBytes; left > 0;) {
    const chunk = Buffer.allocUnsafe(Math.min(left, 65_536));
    const bytes = readSync(descriptor, chunk, 0, chunk.length, null);
    if (bytes === 0) break;
    chunks.push(chunk.subarray(0, bytes));
    left -= bytes;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder does not exist, either.
  }
}

/** Replaces a file as a whole, for this person alone, and creates its folder. False when that failed. Never throws. */
export function replaceSmallFile(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
    return true;
  } catch {
    removeFile(draft);
    return false;
  }
}
