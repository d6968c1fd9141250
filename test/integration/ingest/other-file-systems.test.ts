import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { countOf, createTinySource, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** A source that treats every file as its log, which shows what was searched. */
function takeAll(roots: readonly string[]): Source {
  const tiny = createTinySource(roots);
  return {
    ...tiny,
    streams: tiny.streams.map((stream) => ({ ...stream, matches: (path: string) => path !== 'links' })),
  };
}

describe.runIf(process.platform === 'linux')('file systems without real files', () => {
  it('are not entered through links, and the link is reported', async () => {
    const folder = makeFolder();
    put(folder, 'a.jsonl', toLine('one'));
    mkdirSync(join(folder, 'links'));
    symlinkSync('/proc', join(folder, 'links/processes'));
    symlinkSync('/proc/self/environ', join(folder, 'links/environment'));
    symlinkSync('/sys/kernel', join(folder, 'links/kernel'));
    const store = createMemoryLedger();
    const ingest = makeIngest([takeAll([folder])], store);
    await ingest.scan();
    expect(countOf(store).events).toBe(1);
    expect([...store.knownFiles().keys()]).toEqual([join(folder, 'a.jsonl')]);
    expect([...ingest.unreadable()].map(({ path, reason }) => [path, reason]).sort()).toEqual([
      [join(folder, 'links/environment'), 'other-file-system'],
      [join(folder, 'links/kernel'), 'other-file-system'],
      [join(folder, 'links/processes'), 'other-file-system'],
    ]);
  });

  it('are not accepted as folders of logs', async () => {
    const store = createMemoryLedger();
    const ingest = makeIngest([takeAll(['/proc/self', '/sys/kernel'])], store);
    await ingest.scan();
    expect([...store.knownFiles().keys()]).toEqual([]);
    expect(ingest.unreadable().map(({ path, reason }) => [path, reason])).toEqual([
      ['/proc/self', 'special-file-system'],
      ['/sys/kernel', 'special-file-system'],
    ]);
    expect([...ingest.roots().values()].flat().map(({ state }) => state)).toEqual(['unreadable', 'unreadable']);
  });
});
