import { rmSync, writeFileSync } from 'node:fs';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

const content = toLine('one') + toLine('two', 2, 'x'.repeat(3_000_000)) + toLine('three');

describe('compressed logs', () => {
  it('are read as a whole, once, and again when they change', async () => {
    const folder = makeFolder();
    const path = put(folder, 'a.jsonl.zst', zstdCompressSync(content));
    const source = createTinySource([folder]);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    await ingest.scan();
    await ingest.rescan();
    expect(source.linesRead).toHaveLength(3);
    expect(cursorOf(store, path)).toMatchObject({ lines: 3, eventRows: 3 });
    writeFileSync(path, zstdCompressSync(content + toLine('four')));
    await ingest.rescan();
    expect(source.linesRead).toHaveLength(7);
    expect(countOf(store).events).toBe(4);
    expect(ingest.progress().percent).toBe(100);
  });

  it('may consist of several frames, of any size', async () => {
    const folder = makeFolder();
    const frames = [content, toLine('four', 4, 'y'.repeat(700_000)), toLine('five')].map((text) =>
      zstdCompressSync(text),
    );
    put(folder, 'a.jsonl.zst', Buffer.concat(frames));
    const store = createMemoryLedger();
    await makeIngest([createTinySource([folder])], store).scan();
    expect(countOf(store).events).toBe(5);
  });

  it('are ignored when the plain log is beside them', async () => {
    const folder = makeFolder();
    put(folder, 'a.jsonl.zst', zstdCompressSync(toLine('old')));
    const plain = put(folder, 'a.jsonl', toLine('new'));
    const store = createMemoryLedger();
    await makeIngest([createTinySource([folder])], store).scan();
    expect([...store.cursors().keys()]).toEqual([plain]);
  });

  it('replace a log that the agent compresses, until the agent continues it', async () => {
    const folder = makeFolder();
    const plain = put(folder, 'a.jsonl', content);
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store);
    await ingest.watch();
    const compressed = put(folder, 'a.jsonl.zst', zstdCompressSync(content));
    rmSync(plain);
    await waitUntil('the compressed log', () => store.cursors().get(compressed)?.lines === 3);
    await waitUntil('the end of the plain one', () => cursorOf(store, plain).isGone);
    expect(countOf(store).events).toBe(3);
    writeFileSync(plain, content + toLine('four'));
    rmSync(compressed);
    await waitUntil('the plain log', () => countOf(store).events === 4);
    expect(cursorOf(store, plain)).toMatchObject({ isGone: false, lines: 4 });
  });

  it('are reported when damaged, without being retried endlessly', async () => {
    const folder = makeFolder();
    const whole = zstdCompressSync(content);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, whole.length - 30, whole.length - 10);
    const path = put(folder, 'a.jsonl.zst', damaged);
    put(folder, 'b.jsonl', toLine('other'));
    const source = createTinySource([folder]);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    await ingest.scan();
    const lines = source.linesRead.length;
    await ingest.rescan();
    expect(source.linesRead).toHaveLength(lines);
    expect(ingest.unreadable()).toEqual([{ source: 'tiny', path, reason: 'damaged-compression' }]);
    writeFileSync(path, whole);
    await ingest.rescan();
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(4);
  });
});
