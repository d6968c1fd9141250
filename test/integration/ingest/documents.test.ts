import { appendFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { maxDocumentBytes } from '../../../main/node/ingest/documents/read-json.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinyDocuments, cursorOf, makeFolder, makeIngest, put, toDocument } from './harness.ts';

const longAgo = new Date(Date.now() - 60_000);
afterEach(() => void vi.useRealTimers());

function makeDocuments(content: string) {
  const folder = makeFolder();
  const path = put(folder, 'a.json', content);
  utimesSync(path, longAgo, longAgo);
  const source = createTinyDocuments([folder]);
  const store = createMemoryLedger();
  return { folder, path, source, store };
}

describe('a document', () => {
  it('is read completely whenever it has changed, and its responses are counted once', async () => {
    const { path, source, store } = makeDocuments(toDocument([1, 2]));
    const ingest = makeIngest([source], store);
    await ingest.scan();
    await ingest.scan();
    expect(source.documentsRead).toHaveLength(1);
    writeFileSync(path, toDocument([1, 5, 7]));
    await ingest.scan();
    expect(countOf(store)).toEqual({ events: 3, output: 13 });
    // Counts reflect the current contents.
    expect(cursorOf(store, path)).toMatchObject({ position: { kind: 'version' }, lines: 3, eventRows: 3 });
  });

  it('is not read after a restart while it is unchanged, but when it was replaced', async () => {
    const { folder, path, source, store } = makeDocuments(toDocument([1]));
    await makeIngest([source], store).scan();
    await makeIngest([source], store).scan();
    expect(source.documentsRead).toHaveLength(1);
    renameSync(put(folder, 'a.json.tmp', toDocument([2])), path);
    await makeIngest([source], store).scan();
    expect(source.documentsRead).toHaveLength(2);
    expect(countOf(store).output).toBe(2);
  });

  it('that loses responses, or is deleted, reduces no count', async () => {
    const { path, source, store } = makeDocuments(toDocument([1, 2, 3]));
    const ingest = makeIngest([source], store);
    await ingest.scan();
    writeFileSync(path, toDocument([1]));
    await ingest.scan();
    rmSync(path);
    await ingest.scan();
    expect(countOf(store)).toEqual({ events: 3, output: 6 });
    expect(cursorOf(store, path).isGone).toBe(true);
  });

  it('is followed live, through every rewrite', async () => {
    const { path, source, store } = makeDocuments(toDocument([1]));
    await makeIngest([source], store).watch();
    for (let count = 2; count <= 5; count++) {
      writeFileSync(path, toDocument(Array.from({ length: count }, () => 1)));
      await waitUntil(`${count} responses`, () => countOf(store).events === count);
    }
  });

  it('that is being written is not damaged: it is read when it is complete', async () => {
    const { path, source, store } = makeDocuments(toDocument([1]));
    const ingest = makeIngest([source], store);
    await ingest.watch();
    const whole = toDocument([1, 2, 3]);
    writeFileSync(path, whole.slice(0, 40));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(1);
    appendFileSync(path, whole.slice(40));
    await waitUntil('three responses', () => countOf(store).events === 3);
    expect(ingest.unreadable()).toEqual([]);
  });

  it('that stays incomplete is reported, not retried while unchanged, and reduces no count', async () => {
    const { path, source, store } = makeDocuments(toDocument([1, 2]));
    const ingest = makeIngest([source], store);
    await ingest.scan();
    writeFileSync(path, toDocument([1, 2, 3]).slice(0, 30));
    utimesSync(path, longAgo, longAgo);
    await ingest.scan();
    expect(ingest.unreadable()).toEqual([{ source: 'tiny', path, reason: 'incomplete-json' }]);
    await ingest.scan();
    expect(ingest.unreadable()).toHaveLength(1);
    expect(countOf(store)).toEqual({ events: 2, output: 3 });
    writeFileSync(path, toDocument([1, 2, 3]));
    await ingest.scan();
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(3);
  });

  it('that was left half written counts as damaged after a while', async () => {
    const { path, source, store } = makeDocuments(toDocument([1, 2]).slice(0, 20));
    const young = new Date(Date.now() - 8_000);
    utimesSync(path, young, young);
    const ingest = makeIngest([source], store);
    // It does not grow old during the first look.
    vi.useFakeTimers({ toFake: ['Date'] });
    await ingest.watch();
    expect(ingest.unreadable()).toEqual([]);
    vi.useRealTimers();
    await waitUntil('the damage is reported', () => ingest.unreadable().length === 1);
    expect(ingest.unreadable()[0]!.path).toBe(path);
  });

  it('with huge texts is read without them', async () => {
    const { source, store } = makeDocuments(toDocument([1, 2], 'x'.repeat(12 * 1024 * 1024)));
    await makeIngest([source], store).scan();
    expect(countOf(store)).toEqual({ events: 2, output: 3 });
  });

  it('that is too large even without its texts is reported', async () => {
    const { path, source, store } = makeDocuments('');
    writeFileSync(path, `[${'0,'.repeat(maxDocumentBytes / 2)}0]`);
    utimesSync(path, longAgo, longAgo);
    const ingest = makeIngest([source], store);
    await ingest.scan();
    expect(ingest.unreadable()).toEqual([{ source: 'tiny', path, reason: 'too-large' }]);
  });

  it('whose reading was interrupted by a kill is read again', async () => {
    const { path, source, store: ledger } = makeDocuments(toDocument(Array.from({ length: 12_000 }, () => 1)));
    let writes = 0;
    const store: LedgerStore = {
      ...ledger,
      apply(batches) {
        if (++writes > 1) throw new Error('killed');
        return ledger.apply(batches);
      },
    };
    await makeIngest([source], store)
      .scan()
      .catch(() => undefined);
    expect(countOf(ledger).events).toBeLessThan(12_000);
    expect(cursorOf(ledger, path).position).toEqual({ kind: 'version', size: 0 });
    await makeIngest([source], ledger).scan();
    expect(countOf(ledger).events).toBe(12_000);
  });

  it('whose kind changed from lines is read from its beginning', async () => {
    const { path, source, store } = makeDocuments(toDocument([4]));
    store.apply([
      {
        records: [],
        cursor: {
          path,
          source: 'tiny',
          position: { kind: 'offset', offset: 10, headHash: '', headBytes: 0 },
          inode: '1',
          mtimeMs: 0,
          readerState: 3,
          isGone: false,
          lines: 7,
          eventRows: 7,
          skips: {},
          unloggedCalls: {},
        },
      },
    ]);
    await makeIngest([source], store).scan();
    expect(cursorOf(store, path)).toMatchObject({ position: { kind: 'version' }, lines: 1, eventRows: 1 });
  });

  it('that makes its reader throw is skipped, and counted as skipped', async () => {
    const { folder, path, source, store } = makeDocuments('null');
    put(folder, 'b.json', '{}');
    const throwing = { ...source, streams: source.streams.map((stream) => ({ ...stream, read: fail })) };
    await makeIngest([throwing], store).scan();
    expect(cursorOf(store, path).skips).toEqual({});
    expect(cursorOf(store, join(folder, 'b.json')).skips).toEqual({ 'not-a-record': 1 });
  });
});

function fail(): never {
  throw new Error('a bug');
}
