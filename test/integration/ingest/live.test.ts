import { appendFileSync, closeSync, mkdirSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { LedgerDelta } from '../../../shared/ports/ledger-writer.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { bytesReadOf, countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** A watching ingest over one folder with one log of one response. */
async function watchOneLog() {
  const folder = makeFolder();
  const path = put(folder, 'project/a.jsonl', toLine('one'));
  const source = createTinySource([folder]);
  const store = createMemoryLedger();
  const ingest = makeIngest([source], store);
  const deltas: LedgerDelta[] = [];
  ingest.onDelta((delta) => deltas.push(delta));
  await ingest.watch();
  const untilEvents = (events: number) => waitUntil(`${events} events`, () => countOf(store).events === events);
  return { folder, path, source, store, ingest, deltas, untilEvents };
}

describe('a watching ingest', () => {
  it('reads what exists, then every appended line, and reports each change', async () => {
    const { path, source, store, deltas, untilEvents } = await watchOneLog();
    expect(countOf(store).events).toBe(1);
    appendFileSync(path, toLine('two'));
    await untilEvents(2);
    appendFileSync(path, toLine('three'));
    await untilEvents(3);
    expect(deltas.map((delta) => delta.changedEvents)).toEqual([1, 1, 1]);
    expect(source.linesRead).toHaveLength(3);
    expect(cursorOf(store, path)).toMatchObject({ lines: 3, eventRows: 3, readerState: 3 });
  });

  it('waits for the rest of a line that arrives in pieces, even inside a character', async () => {
    const { path, source, store, untilEvents } = await watchOneLog();
    const line = Buffer.from(toLine('two', 7, 'größer 漢字'));
    const cut = line.indexOf(Buffer.from('漢')) + 1;
    appendFileSync(path, line.subarray(0, cut));
    appendFileSync(path + '.other.jsonl', toLine('marker'));
    await untilEvents(2);
    const before = bytesReadOf(store, path);
    appendFileSync(path, line.subarray(cut));
    await untilEvents(3);
    expect(before).toBe(toLine('one').length);
    expect(source.linesRead.filter((text) => text.includes('größer 漢字'))).toHaveLength(1);
    expect(cursorOf(store, path).skips).toEqual({});
  });

  it('notices what a writer appends without ever closing its file', async () => {
    const { path, untilEvents } = await watchOneLog();
    const file = openSync(path, 'a');
    try {
      for (let count = 2; count <= 5; count++) {
        writeSync(file, toLine(`response ${count}`));
        await untilEvents(count);
      }
    } finally {
      closeSync(file);
    }
  });

  it('finds new files in new folders', async () => {
    const { folder, untilEvents } = await watchOneLog();
    put(folder, 'another/deep/er/b.jsonl', toLine('two'));
    await untilEvents(2);
    put(folder, 'another/deep/er/c.jsonl', toLine('three'));
    await untilEvents(3);
  });

  it('finds a root that appears later', async () => {
    const folder = makeFolder();
    const root = join(folder, 'not/yet');
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([root])], store);
    await ingest.watch();
    expect(ingest.roots().get('tiny')).toMatchObject([{ path: root, state: 'missing', files: 0 }]);
    const path = put(root, 'a.jsonl', toLine('one'));
    await waitUntil('the root', () => countOf(store).events === 1);
    appendFileSync(path, toLine('two'));
    await waitUntil('the second event', () => countOf(store).events === 2);
    expect(ingest.roots().get('tiny')).toMatchObject([{ path: root, state: 'found', files: 1 }]);
  });

  it('continues when folders, or the root itself, are deleted and created again', async () => {
    const { folder, path, untilEvents } = await watchOneLog();
    for (const [count, gone] of [join(folder, 'project'), folder, join(folder, 'project'), folder].entries()) {
      rmSync(gone, { recursive: true });
      // Once immediately, once after everything has come to rest.
      if (count >= 2) await new Promise((resolve) => setTimeout(resolve, 200));
      mkdirSync(join(folder, 'project'), { recursive: true });
      appendFileSync(path, toLine(`again ${count}`));
      await untilEvents(2 + 2 * count);
      appendFileSync(path, toLine(`and again ${count}`));
      await untilEvents(3 + 2 * count);
    }
  });

  it('follows a folder that a new link leads to', async () => {
    const { folder, untilEvents } = await watchOneLog();
    const elsewhere = makeFolder();
    const path = put(elsewhere, 'b.jsonl', toLine('two'));
    symlinkSync(elsewhere, join(folder, 'link'));
    await untilEvents(2);
    appendFileSync(path, toLine('three'));
    await untilEvents(3);
  });

  it('includes folders that are added in the settings while it runs', async () => {
    const { ingest, untilEvents } = await watchOneLog();
    const extra = makeFolder();
    const path = put(extra, 'b.jsonl', toLine('two'));
    ingest.setExtraFolders([{ source: 'tiny', path: extra }]);
    await ingest.rescan();
    await untilEvents(2);
    appendFileSync(path, toLine('three'));
    await untilEvents(3);
  });

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('checks everything when the clock has jumped %s', async (_direction, jumpMs) => {
    const root = join(makeFolder(), 'root');
    mkdirSync(root);
    let offMs = 0;
    const store = createMemoryLedger();
    const source = createTinySource([root]);
    // A file behind a link sends no event: only a full check finds what is appended to it.
    const target = put(makeFolder(), 'hidden.jsonl', '');
    symlinkSync(target, join(root, 'a.jsonl'));
    const ingest = makeIngest([source], store, {
      clock: { nowMs: () => Date.UTC(2040, 1, 1) + performance.now() + offMs },
    });
    await ingest.watch();
    appendFileSync(target, toLine('one'));
    expect(countOf(store).events).toBe(0);
    offMs = jumpMs;
    await waitUntil('the appended line', () => countOf(store).events === 1);
  });

  it('reads nothing more once it is stopped', async () => {
    const { path, source, ingest } = await watchOneLog();
    await ingest.stop();
    appendFileSync(path, toLine('two'));
    await ingest.rescan();
    expect(source.linesRead).toHaveLength(1);
  });
});
