import { mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../../../../main/node/ingest/discovery/discover-logs.ts';
import { createLogSearch } from '../../../../../../main/node/ingest/discovery/log-search.ts';
import { createTinySource, put } from '../../../../../integration/ingest/harness.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

/** A search over the folders `a`, `b` and so on, each the only root of its own source, with one log in each. */
async function searchOnce(names: readonly string[], prepare: (folder: string) => void = () => undefined) {
  const folder = realpathSync(createFolder());
  for (const name of names) put(folder, `${name}/log.jsonl`, '{}\n');
  prepare(folder);
  const search = createLogSearch(() => false);
  const roots = names.map((name) => ({
    source: createTinySource([], name),
    root: { path: join(folder, name), origin: 'default' as const },
    device: null,
  }));
  const at = (path: string): string => join(folder, path);
  const whole = await search.all(roots, () => undefined);
  const lookAgain = async (...paths: string[]) => {
    const files: FoundFile[] = [];
    const result = await search.part(new Set(paths.map(at)), (file) => files.push(file));
    return { result, files: files.map(({ path }) => path.slice(folder.length + 1)).sort() };
  };
  return { folder, at, whole, lookAgain };
}

describe('a look at some roots', () => {
  it('finds what is new there, and keeps what was found in the others', async () => {
    const { folder, at, whole, lookAgain } = await searchOnce(['a', 'b']);
    expect(whole).toMatchObject({ total: { files: 2, bytes: 6 }, isWhole: true });
    put(folder, 'a/new/log.jsonl', '{}\n');
    put(folder, 'b/new/log.jsonl', '{}\n');
    const { result, files } = await lookAgain('a');
    expect(files).toEqual(['a/log.jsonl', 'a/new/log.jsonl']);
    expect(result).toMatchObject({ total: { files: 3, bytes: 9 }, isWhole: false });
    expect(result?.found.roots.get('a')).toMatchObject([{ files: 2 }]);
    expect(result?.found.roots.get('b')).toMatchObject([{ files: 1 }]);
    expect(result?.found.folders.map(({ path }) => path)).toEqual([at('a'), at('b')]);
    expect([...(result?.found.newestByFolder.keys() ?? [])]).toEqual([at('a'), at('a/new'), at('b')]);
  });

  it('tells nothing about files elsewhere, which are not gone', async () => {
    const { at, lookAgain } = await searchOnce(['a', 'b']);
    rmSync(at('a/log.jsonl'));
    rmSync(at('b/log.jsonl'));
    const { result } = await lookAgain('a');
    expect(result?.isSearched(at('a/log.jsonl'))).toBe(true);
    expect(result?.isSearched(at('b/log.jsonl'))).toBe(false);
  });

  it('includes roots within others, and those that links lead to, so that a file counts once', async () => {
    const { lookAgain } = await searchOnce(['a', 'a/inner', 'b', 'c', 'd'], (folder) => {
      mkdirSync(join(folder, 'b'), { recursive: true });
      symlinkSync(join(folder, 'c'), join(folder, 'b/link'));
      symlinkSync(join(folder, 'd/log.jsonl'), join(folder, 'c/linked.jsonl'));
    });
    const nested = await lookAgain('a/inner');
    expect(nested.files).toEqual(['a/inner/log.jsonl', 'a/log.jsonl']);
    const linked = await lookAgain('d');
    expect(linked.files).toEqual(['b/log.jsonl', 'c/log.jsonl', 'd/log.jsonl']);
    expect(linked.result).toMatchObject({ total: { files: 5 } });
  });

  it('is not enough once a new link leads into another root', async () => {
    const { at, lookAgain } = await searchOnce(['a', 'b']);
    symlinkSync(at('b'), at('a/link'));
    expect((await lookAgain('a')).result).toBeNull();
  });
});
