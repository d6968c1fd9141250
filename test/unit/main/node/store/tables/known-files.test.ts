import { describe, expect, it } from 'vitest';
import { createLedgerKey } from '../../../../../../main/node/secrets/ledger-key.ts';
import { buildKnownFiles } from '../../../../../../main/node/store/tables/known-files.ts';
import { createNameCipher, plainNames } from '../../../../../../main/node/store/names/name-cipher.ts';

const cipher = createNameCipher(createLedgerKey());
const fileOf = (bytesRead: number) => ({ bytesRead, inode: '1', mtimeMs: 2 });
const paths = ['/logs/a.jsonl', '/logs/ü b.jsonl', ''];

describe.each([
  ['plain', plainNames],
  ['encrypted', cipher],
])('known files whose paths are %s', (_name, names) => {
  const build = () => {
    const { add, files } = buildKnownFiles(names);
    paths.forEach((path, index) => add(names.seal(path), fileOf(index)));
    return files;
  };

  it('are found and listed by their paths, and no others', () => {
    const files = build();
    expect(files.get(paths[1]!)).toEqual(fileOf(1));
    expect(files.get('/logs/c.jsonl')).toBeUndefined();
    expect([...files.keys()].sort()).toEqual([...paths].sort());
    expect(files.get(paths[0]!)).toEqual(fileOf(0));
  });

  it('can be changed before and after they are listed', () => {
    const files = build();
    files.delete(paths[0]!);
    files.set(paths[1]!, fileOf(7));
    files.set('/logs/c.jsonl', fileOf(8));
    expect([...files.keys()].sort()).toEqual(['', '/logs/c.jsonl', paths[1]]);
    files.delete(paths[2]!);
    expect([...paths, '/logs/c.jsonl'].map((path) => files.get(path))).toEqual([
      undefined,
      fileOf(7),
      undefined,
      fileOf(8),
    ]);
  });
});

it('decrypts only the paths that nobody has asked for', () => {
  const decrypted: string[] = [];
  const open = (stored: string): string => {
    decrypted.push(cipher.open(stored));
    return decrypted.at(-1)!;
  };
  const { add, files } = buildKnownFiles({ ...cipher, open });
  for (const path of paths) add(cipher.seal(path), fileOf(1));
  files.get(paths[0]!);
  files.get(paths[1]!);
  expect(decrypted).toEqual([]);
  files.keys();
  files.keys();
  expect(decrypted).toEqual([paths[2]]);
});
