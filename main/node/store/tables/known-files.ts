import type { KnownFile, KnownFiles } from '../../../../shared/ports/cursor-store.ts';
import type { NameCipher, NameTags } from '../names/name-cipher.ts';

/** Builds a set of known files. */
export interface KnownFilesBuilder {
  /** Adds a file by its path as the ledger stores it. */
  add(storedPath: string, file: KnownFile): void;
  readonly files: KnownFiles;
}

/** Builds known files, at first none, for paths that this cipher encrypted. */
export function buildKnownFiles({ open, tags }: NameCipher): KnownFilesBuilder {
  if (tags !== null) return buildSealed(open, tags);
  const files = new Map<string, KnownFile>();
  return { add: (storedPath, file) => void files.set(open(storedPath), file), files };
}

/** A lookup compares the tag of its path, so only paths that are never looked up are ever decrypted. */
function buildSealed(open: NameCipher['open'], tags: NameTags): KnownFilesBuilder {
  const named = new Map<string, KnownFile>();
  const unnamed = new Map<string, { readonly storedPath: string; readonly file: KnownFile }>();
  const name = (path: string): void => {
    if (unnamed.size === 0) return;
    const tag = tags.ofName(path);
    const found = unnamed.get(tag);
    if (found === undefined) return;
    unnamed.delete(tag);
    named.set(path, found.file);
  };
  return {
    add: (storedPath, file) => void unnamed.set(tags.ofStored(storedPath), { storedPath, file }),
    files: {
      get(path) {
        name(path);
        return named.get(path);
      },
      set(path, file) {
        name(path);
        named.set(path, file);
      },
      delete(path) {
        name(path);
        named.delete(path);
      },
      keys() {
        for (const { storedPath, file } of unnamed.values()) named.set(open(storedPath), file);
        unnamed.clear();
        return named.keys();
      },
    },
  };
}
