import type { CursorPosition, FileCursor, KnownFile } from '../ports/cursor-store.ts';

/** How many bytes of a file have been read. */
export function toBytesRead(position: CursorPosition): number {
  return position.kind === 'offset' ? position.offset : position.size;
}

/** The short form of a cursor. */
export function toKnownFile({ position, inode, mtimeMs }: FileCursor): KnownFile {
  return { bytesRead: toBytesRead(position), inode, mtimeMs };
}
