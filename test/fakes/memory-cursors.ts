import type { SourceId } from '../../shared/domain/ids.ts';
import { toKnownFile } from '../../shared/ledger/cursor-position.ts';
import type { CursorStore, FileCursor } from '../../shared/ports/cursor-store.ts';

/** Cursors in memory. */
export interface MemoryCursors extends CursorStore {
  put(cursor: FileCursor): void;
  forgetSource(source: SourceId): void;
}

/** Builds an empty store. */
export function createMemoryCursors(): MemoryCursors {
  const cursors = new Map<string, FileCursor>();
  return {
    cursors: () => new Map(cursors),
    knownFiles: () =>
      new Map([...cursors].flatMap(([path, cursor]) => (cursor.isGone ? [] : [[path, toKnownFile(cursor)] as const]))),
    cursor: (path) => cursors.get(path),
    put: (cursor) => void cursors.set(cursor.path, cursor),
    forgetSource(source) {
      for (const [path, cursor] of cursors) if (cursor.source === source) cursors.delete(path);
    },
  };
}
