import { appendFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** A log of two responses that has been read once. */
async function readOneLog() {
  const folder = makeFolder();
  const path = put(folder, 'a.jsonl', toLine('one') + toLine('two'));
  const source = createTinySource([folder]);
  const store = createMemoryLedger();
  const ingest = makeIngest([source], store);
  await ingest.scan();
  source.linesRead.length = 0;
  return { folder, path, source, store, ingest };
}

describe('a file that was rewritten', () => {
  it('is read from its beginning when it shrank, and the ledger keeps its usage', async () => {
    const { path, store, ingest } = await readOneLog();
    truncateSync(path);
    writeFileSync(path, toLine('three'));
    await ingest.rescan();
    expect(countOf(store).events).toBe(3);
    expect(cursorOf(store, path)).toMatchObject({
      position: { offset: toLine('three').length },
      lines: 1,
      readerState: 1,
    });
  });

  it('is read from its beginning when it grew with another beginning', async () => {
    const { path, store, ingest } = await readOneLog();
    writeFileSync(path, toLine('three') + toLine('four') + toLine('five'));
    await ingest.rescan();
    expect(countOf(store).events).toBe(5);
    expect(cursorOf(store, path)).toMatchObject({ lines: 3, readerState: 3 });
  });

  it('is read from its beginning when only what follows the beginning changed', async () => {
    const folder = makeFolder();
    const beginning = toLine('one', 1, 'x'.repeat(2000));
    const path = put(folder, 'a.jsonl', beginning + toLine('two') + toLine('three'));
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store);
    await ingest.scan();
    writeFileSync(path, beginning + toLine('new two, much longer') + toLine('four') + toLine('five'));
    await ingest.rescan();
    expect(countOf(store).events).toBe(6);
    expect(cursorOf(store, path).lines).toBe(4);
  });

  it('is read from its beginning when its size stayed the same', async () => {
    const { path, source, store, ingest } = await readOneLog();
    writeFileSync(path, toLine('six') + toLine('ten'));
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    await ingest.rescan();
    expect(countOf(store).events).toBe(4);
    expect(source.linesRead).toHaveLength(2);
  });

  it('is read from its beginning when another file was moved to its path', async () => {
    const { folder, path, store, ingest } = await readOneLog();
    const fresh = put(folder, 'fresh.tmp', toLine('one') + toLine('two') + toLine('three'));
    renameSync(fresh, path);
    await ingest.rescan();
    expect(countOf(store).events).toBe(3);
    expect(cursorOf(store, path)).toMatchObject({ lines: 3, readerState: 3 });
  });

  /** Changes that only one of the signs shows: all the others stay the same. */
  describe('is read from its beginning', () => {
    /** A log longer than the remembered part of its beginning. */
    const beginning = toLine('one', 1, 'x'.repeat(2000));
    async function readLong(content: string) {
      const folder = makeFolder();
      const path = put(folder, 'a.jsonl', content);
      const store = createMemoryLedger();
      const ingest = makeIngest([createTinySource([folder])], store);
      await ingest.scan();
      return { folder, path, store, ingest };
    }

    it('for its size alone: truncated to the end of a line, and continued', async () => {
      const { path, store, ingest } = await readLong(beginning + toLine('two') + toLine('three'));
      writeFileSync(path, beginning + toLine('six'));
      await ingest.rescan();
      expect(countOf(store).events).toBe(4);
    });

    it('for its beginning alone: a different line of the same length in it', async () => {
      const { path, store, ingest } = await readLong(toLine('one') + toLine('two'));
      writeFileSync(path, toLine('six') + toLine('two') + toLine('three'));
      await ingest.rescan();
      expect(countOf(store).events).toBe(4);
    });

    it('for its identity alone: another file whose lines end at the same offsets', async () => {
      const { folder, path, store, ingest } = await readLong(beginning + toLine('two') + toLine('ten'));
      renameSync(put(folder, 'fresh.tmp', beginning + toLine('six') + toLine('ten') + toLine('four')), path);
      await ingest.rescan();
      expect(countOf(store).events).toBe(5);
    });
  });

  it('is noticed while it happens', async () => {
    const { folder, path, store, ingest } = await readOneLog();
    await ingest.watch();
    renameSync(put(folder, 'fresh.tmp', toLine('three')), path);
    await waitUntil('the replaced file', () => countOf(store).events === 3);
    truncateSync(path);
    appendFileSync(path, toLine('four'));
    await waitUntil('the truncated file', () => countOf(store).events === 4);
  });
});

describe('a file that was deleted', () => {
  it('keeps its counts and is marked as gone, until it comes back', async () => {
    const { folder, path, source, store, ingest } = await readOneLog();
    const aside = path + '.aside';
    renameSync(path, aside);
    await ingest.rescan();
    expect(countOf(store).events).toBe(2);
    expect(cursorOf(store, path)).toMatchObject({ isGone: true, lines: 2 });
    renameSync(aside, path);
    await ingest.rescan();
    expect(cursorOf(store, path)).toMatchObject({ isGone: false, lines: 2 });
    expect(source.linesRead).toEqual([]);
    rmSync(folder, { recursive: true });
    await ingest.rescan();
    expect(cursorOf(store, path).isGone).toBe(true);
    expect(ingest.roots().get('tiny')).toMatchObject([{ state: 'missing' }]);
  });

  it('is noticed while it happens', async () => {
    const { path, store, ingest } = await readOneLog();
    await ingest.watch();
    rmSync(path);
    await waitUntil('the deletion', () => cursorOf(store, path).isGone);
    expect(countOf(store).events).toBe(2);
  });
});

describe('a file that was not rewritten', () => {
  it('is not read again when only its time changed while it was being followed', async () => {
    const { path, source, ingest } = await readOneLog();
    appendFileSync(path, toLine('three'));
    await ingest.rescan();
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    await ingest.rescan();
    expect(source.linesRead).toHaveLength(1);
  });
});
