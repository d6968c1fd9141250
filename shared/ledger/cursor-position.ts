import type { CursorPosition } from '../ports/ledger-store.ts';

/** How many bytes of a file have been read. */
export function toBytesRead(position: CursorPosition): number {
  return position.kind === 'offset' ? position.offset : position.size;
}
