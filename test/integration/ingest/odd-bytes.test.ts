import { appendFileSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** Reads one file with this content. */
async function readBytes(...pieces: readonly (string | Buffer)[]) {
  const folder = makeFolder();
  const path = put(folder, 'a.jsonl', Buffer.concat(pieces.map((piece) => Buffer.from(piece as string))));
  const source = createTinySource([folder]);
  const store = createMemoryLedger();
  const ingest = makeIngest([source], store);
  await ingest.scan();
  return { path, source, store, ingest };
}

describe('odd bytes', () => {
  it('reads the lines after invalid UTF-8 and after lost bytes', async () => {
    const damaged = Buffer.concat([
      Buffer.from('{"response": "'),
      Buffer.from([0xff, 0xc3, 0x28]),
      Buffer.from('"}\n'),
    ]);
    const torn = Buffer.from('{"response": "half a li\n');
    const { path, store } = await readBytes(toLine('one'), damaged, torn, Buffer.alloc(5000), toLine('two'));
    expect(countOf(store).events).toBe(3);
    expect(cursorOf(store, path)).toMatchObject({ lines: 4, eventRows: 3, skips: { 'not-json': 1 } });
  });

  it('reads Windows line endings and a byte order mark', async () => {
    const { source } = await readBytes('\ufeff', toLine('one').replace('\n', '\r\n'), '\r\n', toLine('two'));
    expect(source.linesRead).toEqual([toLine('one').trim(), toLine('two').trim()]);
  });

  it('counts a complete last record without its line feed, once, and keeps the cursor before it', async () => {
    const { path, store, ingest } = await readBytes(toLine('one'), toLine('two', 3).trim());
    expect(countOf(store)).toEqual({ events: 2, output: 4 });
    expect(cursorOf(store, path)).toMatchObject({ position: { offset: toLine('one').length }, lines: 1, eventRows: 1 });
    appendFileSync(path, `\n${toLine('three')}`);
    await ingest.rescan();
    expect(countOf(store)).toEqual({ events: 3, output: 5 });
    expect(cursorOf(store, path)).toMatchObject({ lines: 3, eventRows: 3, readerState: 3 });
  });

  it('neither counts nor reports a last record that is still being written', async () => {
    const { path, store } = await readBytes(toLine('one'), '{"response": "two", "nested": {}');
    expect(countOf(store).events).toBe(1);
    expect(cursorOf(store, path)).toMatchObject({ lines: 1, skips: {} });
  });

  it('skips a line that is too long for memory, counts it, and continues', async () => {
    const { path, store, ingest } = await readBytes(toLine('one'));
    truncateSync(path, 70 * 1024 * 1024);
    await ingest.rescan();
    expect(cursorOf(store, path)).toMatchObject({ position: { offset: toLine('one').length }, lines: 1, skips: {} });
    appendFileSync(path, `\n${toLine('two')}`);
    await ingest.rescan();
    expect(countOf(store).events).toBe(2);
    expect(cursorOf(store, path)).toMatchObject({ lines: 3, skips: { 'line-too-long': 1 } });
  });

  it('records an empty file', async () => {
    const { path, store, ingest } = await readBytes('');
    expect(cursorOf(store, path)).toMatchObject({ position: { offset: 0, headBytes: 0 }, lines: 0 });
    expect(ingest.progress()).toMatchObject({ phase: 'watching', percent: 100, filesDone: 1 });
  });
});
