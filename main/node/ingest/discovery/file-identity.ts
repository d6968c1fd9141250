import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { toKnownFile } from '../../../../shared/ledger/cursor-position.ts';
import type { FileCursor, KnownFile, OffsetPosition } from '../../../../shared/ports/cursor-store.ts';
import type { OpenFile } from '../open-file.ts';

/** The number of bytes that are hashed at a file's beginning, and before the place where reading ended. */
export const fingerprintBytes = 1024;

/** A file's metadata. */
export interface FileFacts {
  readonly size: number;
  /** Whole UTC milliseconds. */
  readonly mtimeMs: number;
  readonly inode: string;
}

/** The state of a file when it was last read; kept while the app runs. */
export interface SeenFile extends FileFacts {
  /** Hash of up to `fingerprintBytes` bytes before the cursor's offset; null when they were not read. */
  readonly tailHash: string | null;
}

/** The cursor of a file that grows line by line. */
export type OffsetCursor = FileCursor & { readonly position: OffsetPosition };

/** The cursor, if it says how far lines were read. It does not when a file now belongs to another kind of stream. */
export function toOffsetCursor(cursor: FileCursor | undefined): OffsetCursor | null {
  return cursor?.position.kind === 'offset' ? { ...cursor, position: cursor.position } : null;
}

/** Where to continue reading a file: at the cursor, at its beginning because it was rewritten, or nowhere. */
export type ReadPlan = 'resume' | 'restart' | 'unchanged';

/** Extracts the facts from a stat. */
export function toFileFacts(stats: Stats): FileFacts {
  return { size: stats.size, mtimeMs: Math.floor(stats.mtimeMs), inode: String(stats.ino) };
}

/** Two writes within this time may produce the same modification time. */
const sameTimeMs = 50;

/**
 * The facts to remember about a file that was read as a whole. A file that was written a moment ago may be written
 * again without a visible change in its facts: it is remembered as older than it is, so that it is read again.
 */
export function toFactsAfterReading(facts: FileFacts): FileFacts {
  const ageMs = Date.now() - facts.mtimeMs;
  return ageMs >= 0 && ageMs < sameTimeMs ? { ...facts, mtimeMs: facts.mtimeMs - 1 } : facts;
}

/** Hash that distinguishes contents; 32 hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** What a cursor says about its file; undefined when there is none, or when the file was gone. */
export function toKnown(cursor: FileCursor | undefined): KnownFile | undefined {
  return cursor === undefined || cursor.isGone ? undefined : toKnownFile(cursor);
}

/** A file that may have to be read, and what is known about it. */
export interface Candidate {
  readonly path: string;
  readonly facts: FileFacts;
  /** From its cursor; undefined when it was never read or was gone. */
  readonly known: KnownFile | undefined;
  readonly seen: SeenFile | undefined;
}

/**
 * Whether a file has to be opened at all, judging by its metadata. Without `seen` (the app has just started) the cursor
 * decides: a file that was read to its end and has not been modified since is skipped.
 */
export function needsRead({ path, facts, known, seen }: Candidate): boolean {
  if (seen !== undefined) return !isSameState(facts, seen, path);
  return known === undefined || !isReadToItsEnd(path, facts, known);
}

/** Whether a file was read to its end and has not been modified since, judging by its cursor alone. */
export function isReadToItsEnd(path: string, facts: FileFacts, known: KnownFile): boolean {
  return facts.size === known.bytesRead && facts.mtimeMs === known.mtimeMs && isSameInode(facts, { ...known, path });
}

/**
 * Decides how to continue in an open file. A new inode, a shrunk file, a changed beginning, or a cursor that no longer
 * follows a line feed all mean that it was replaced or rewritten: reading again from its beginning is harmless, because
 * the ledger identifies every response by its key. If the size is equal but the time is newer, the bytes before the
 * cursor decide; when those are not known, the file is read again.
 */
export async function planRead(
  handle: OpenFile,
  facts: FileFacts,
  cursor: OffsetCursor,
  seen: SeenFile | undefined,
): Promise<ReadPlan> {
  const { offset, headBytes, headHash } = cursor.position;
  if (!isSameInode(facts, cursor) || facts.size < offset) return 'restart';
  if (headBytes > 0 && hashBytes(await readAt(handle, 0, headBytes)) !== headHash) return 'restart';
  if (offset > 0) {
    const tail = await readTail(handle, offset);
    if (tail.at(-1) !== 10) return 'restart';
    if (seen?.tailHash != null && hashBytes(tail) !== seen.tailHash) return 'restart';
    if (facts.size === offset && facts.mtimeMs !== cursor.mtimeMs && seen?.tailHash == null) return 'restart';
  }
  return facts.size === offset ? 'unchanged' : 'resume';
}

/** Reads up to `fingerprintBytes` bytes before an offset. */
export async function readTail(handle: OpenFile, offset: number): Promise<Buffer> {
  const start = Math.max(0, offset - fingerprintBytes);
  return readAt(handle, start, offset - start);
}

/** Reads this many bytes of a file, or fewer at its end. */
export async function readAt(handle: OpenFile, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, await handle.read(bytes, length, position));
}

function isSameState(facts: FileFacts, seen: SeenFile, path: string): boolean {
  const isSamePlace = facts.inode === seen.inode || hasLooseInodes(path);
  return facts.size === seen.size && facts.mtimeMs === seen.mtimeMs && isSamePlace;
}

/** Whether a file is the one that a cursor belongs to, rather than a replacement. */
export function isSameInode(facts: FileFacts, cursor: Pick<FileCursor, 'inode' | 'path'>): boolean {
  return facts.inode === cursor.inode || hasLooseInodes(cursor.path);
}

/** WSL's file server, and other network shares on Windows, assign a new inode to the same file each time. */
function hasLooseInodes(path: string): boolean {
  return path.startsWith('\\\\');
}
