import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFolderWatcher } from '../../../main/node/ingest/watching/watch-folders.ts';
import { systemClock } from '../../../main/node/system/system-clock.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, makeFolder, makeIngest, put, toLine } from './harness.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closers.splice(0)) await close();
});

/** A watcher of one folder; `expected` holds the files that will be read soon anyway. */
async function watchFolder() {
  const folder = makeFolder();
  const path = put(folder, 'a.jsonl', toLine('one'));
  const expected = new Set<string>();
  const reported: string[] = [];
  const watcher = createFolderWatcher({
    clock: systemClock,
    platform: 'linux',
    isLog: (file) => file.endsWith('.jsonl'),
    isLogFolder: () => true,
    isExpected: (file) => expected.has(file),
    onFile: (file) => reported.push(file),
    onFolder: () => {},
    logger: { info() {}, warn() {}, error() {} },
  });
  closers.push(() => watcher.close());
  watcher.setFolders({ folders: [folder], dormant: new Set() });
  await watcher.ready(5_000);
  const untilReported = (file: string, what: string) => waitUntil(what, () => reported.includes(file));
  return { folder, path, expected, reported, untilReported };
}

describe('the watcher of a busy folder', () => {
  it('drops the events of a file that will be read anyway, and of no other', async () => {
    const { folder, path, expected, reported, untilReported } = await watchFolder();
    const other = join(folder, 'b.jsonl');
    expected.add(path);
    appendFileSync(path, toLine('two'));
    writeFileSync(other, toLine('three'));
    await untilReported(other, 'the other file is reported');
    expect(reported).not.toContain(path);
    expected.clear();
    appendFileSync(path, toLine('four'));
    await untilReported(path, 'the file is reported again');
  });

  it('reports a file again that was deleted and created again meanwhile', async () => {
    const { path, expected, untilReported } = await watchFolder();
    expected.add(path);
    rmSync(path);
    await delay(100);
    expected.clear();
    writeFileSync(path, toLine('new'));
    await untilReported(path, 'the new file is reported');
  });
});

describe('an ingest that follows a busy log', () => {
  it('reads every line though it looks only now and then, and allocates chunk memory once', async () => {
    const folder = makeFolder();
    const path = put(folder, 'a.jsonl', toLine('line 0'));
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store, { liveRestMs: () => 150 });
    await ingest.watch();
    const host = globalThis as unknown as { WebAssembly: { Memory: new (size: object) => object } };
    const allocate = vi.spyOn(host.WebAssembly, 'Memory');
    for (let line = 1; line <= 60; line++) {
      appendFileSync(path, toLine(`line ${line}`));
      await delay(15);
    }
    await waitUntil('61 responses', () => countOf(store).events === 61);
    expect(allocate.mock.calls.length).toBeLessThanOrEqual(1);
  });
});
