import { appendFileSync, renameSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** Large enough to be passed on in several parts, so that the first commit comes in the middle of the read. */
const padding = 'x'.repeat(20_000);
const toLines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => toLine(`r${from + index}`, 2, padding)).join('');

/** Scans a log of 1,500 responses, 30 MB, and changes it when part of it has been committed. */
async function scanWhile(change: (path: string, folder: string) => void) {
  const folder = makeFolder();
  const path = put(folder, 'a.jsonl', toLines(0, 1_500));
  const store = createMemoryLedger();
  const ingest = makeIngest([createTinySource([folder])], store);
  let eventsAtChange = 0;
  ingest.onDelta(() => {
    if (eventsAtChange > 0) return;
    eventsAtChange = countOf(store).events;
    change(path, folder);
  });
  await ingest.scan();
  expect(eventsAtChange).toBeGreaterThan(0);
  expect(eventsAtChange).toBeLessThan(1_500);
  return { folder, path, store, ingest };
}

describe('a log that changes while it is being read', () => {
  it('by growing is read to its old end, then to the new one, each response once', async () => {
    const { path, store, ingest } = await scanWhile((file) => appendFileSync(file, toLines(1_500, 1_600)));
    expect(countOf(store).events).toBeGreaterThanOrEqual(1_500);
    await ingest.rescan();
    expect(countOf(store)).toEqual({ events: 1_600, output: 3_200 });
    expect(cursorOf(store, path)).toMatchObject({ lines: 1_600, eventRows: 1_600 });
  });

  it('by growing repeatedly, in half lines, is followed without a gap', async () => {
    const folder = makeFolder();
    const path = put(folder, 'a.jsonl', '');
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store);
    await ingest.watch();
    const bytes = Buffer.from(
      Array.from({ length: 400 }, (_, index) => toLine(`ü${index}`, 2, 'ä'.repeat(30))).join(''),
    );
    for (let from = 0; from < bytes.length; from += 777) {
      appendFileSync(path, bytes.subarray(from, from + 777));
      if (from % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await waitUntil('all lines', () => countOf(store).events === 400);
    await waitUntil('the cursor', () => cursorOf(store, path).lines === 400);
    expect(cursorOf(store, path)).toMatchObject({ eventRows: 400, skips: {} });
    expect(countOf(store).output).toBe(800);
  });

  it('by being truncated keeps what was read of it, and what is written afterwards is added', async () => {
    const { path, store, ingest } = await scanWhile((file) => truncateSync(file, 0));
    const kept = countOf(store).events;
    expect(kept).toBeGreaterThan(0);
    writeFileSync(path, toLines(0, 10) + toLine('new', 2));
    await ingest.rescan();
    expect(countOf(store)).toEqual({ events: kept + 1, output: (kept + 1) * 2 });
    writeFileSync(path, toLines(0, 1_500));
    await ingest.rescan();
    expect(countOf(store)).toEqual({ events: 1_501, output: 3_002 });
  });

  it('by being replaced is read in both versions', async () => {
    const { path, store, ingest } = await scanWhile((file, folder) => {
      const other = put(folder, 'other.tmp', toLines(1_490, 1_700));
      renameSync(other, file);
    });
    await ingest.rescan();
    expect(countOf(store)).toEqual({ events: 1_700, output: 3_400 });
    expect(cursorOf(store, path)).toMatchObject({ lines: 210, eventRows: 210 });
  });

  it('by being rotated is recognised under its new name', async () => {
    const { folder, path, store, ingest } = await scanWhile((file) => {
      renameSync(file, file.replace('a.jsonl', 'a-1.jsonl'));
      writeFileSync(file, toLines(1_500, 1_510));
    });
    await ingest.rescan();
    expect(countOf(store)).toEqual({ events: 1_510, output: 3_020 });
    expect(cursorOf(store, path)).toMatchObject({ lines: 10 });
    expect(cursorOf(store, `${folder}/a-1.jsonl`)).toMatchObject({ lines: 1_500 });
  });

  it('by being deleted stays counted', async () => {
    const { path, store, ingest } = await scanWhile((file) => unlinkSync(file));
    await ingest.rescan();
    expect(cursorOf(store, path).isGone).toBe(true);
    const kept = countOf(store).events;
    writeFileSync(path, toLines(0, 1_500));
    await ingest.rescan();
    // Where an open file can be deleted, it was read to its end.
    expect([kept, countOf(store).events]).toEqual([process.platform === 'win32' ? kept : 1_500, 1_500]);
  });
});
