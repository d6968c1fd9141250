import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import {
  createTinyDocuments,
  createTinySource,
  makeFolder,
  makeIngest,
  put,
  toDocument,
  toLine,
  type TinySource,
} from './harness.ts';

/** The devices of all responses in a folder that the settings call `old-laptop`, beside one of this machine. */
async function readDevices(source: TinySource, folder: string) {
  const store = createMemoryLedger();
  const extraFolders = [{ source: 'tiny', path: join(folder, 'backup'), device: 'old-laptop' }];
  await makeIngest([source], store, { extraFolders }).scan();
  return [...store.contents().entries].map(({ event }) => [event.usage.outputTokens, event.profile.device]).sort();
}

describe('the device of a response', () => {
  it('is that of its folder, for lines, and for the last one before its line feed is written', async () => {
    const folder = makeFolder();
    put(folder, 'here/a.jsonl', toLine('one', 1));
    put(folder, 'backup/b.jsonl', toLine('two', 2) + toLine('three', 3).trimEnd());
    expect(await readDevices(createTinySource([join(folder, 'here')]), folder)).toEqual([
      [1, null],
      [2, 'old-laptop'],
      [3, 'old-laptop'],
    ]);
  });

  it('is that of its folder, for documents', async () => {
    const folder = makeFolder();
    put(folder, 'backup/a.json', toDocument([1, 2]));
    expect(await readDevices(createTinyDocuments([join(folder, 'here')]), folder)).toEqual([
      [1, 'old-laptop'],
      [2, 'old-laptop'],
    ]);
  });

  it('is the same for what is written there later', async () => {
    const folder = makeFolder();
    put(folder, 'backup/b.jsonl', toLine('one', 1));
    const store = createMemoryLedger();
    const extraFolders = [{ source: 'tiny', path: join(folder, 'backup'), device: 'old-laptop' }];
    const ingest = makeIngest([createTinySource([])], store, { extraFolders });
    await ingest.scan();
    put(folder, 'backup/b.jsonl', toLine('one', 1) + toLine('two', 2));
    await ingest.rescan();
    const cells = store.cells({ grainMs: 900_000 });
    expect(new Set(cells.map(({ device }) => device))).toEqual(new Set(['old-laptop']));
    expect(cells.reduce((sum, { events }) => sum + events, 0)).toBe(2);
  });
});
