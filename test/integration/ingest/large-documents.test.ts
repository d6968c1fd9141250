import { appendFileSync, closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heldBytes, maxDocumentBytes } from '../../../main/node/ingest/documents/read-json.ts';
import { createLargeDocuments, startDocumentThread } from '../../../main/node/ingest/large-documents.ts';
import type { ReadSink } from '../../../main/node/ingest/file-reading.ts';
import { geminiCli } from '../../../shared/sources/gemini-cli/descriptor.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinyDocuments, createTinySource, makeFolder, makeIngest, put, toLine } from './harness.ts';

const sources = [geminiCli];
const text = 'x'.repeat(4_000);

/** Writes a chat of more bytes than may be held, none of whose texts is long; returns how many responses it has. */
function writeChat(path: string, bytes: number): number {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let written = writeSync(file, '{"sessionId":"s","projectHash":"ab","messages":[{"id":"u","type":"user"}');
  let count = 0;
  for (; written < bytes; count++) {
    const timestamp = new Date(Date.UTC(2026, 4, 4) + count * 1000).toISOString();
    const tokens = { input: 3, output: 2, cached: 0, thoughts: 0, tool: 0, total: 5 };
    const message = { id: `m${count}`, timestamp, type: 'gemini', content: text, model: 'gemini-3', tokens };
    written += writeSync(file, `,${JSON.stringify(message)}`);
  }
  writeSync(file, ']}');
  closeSync(file);
  return count;
}

function ingestOf(home: string, store = createMemoryLedger()) {
  return {
    store,
    ingest: makeIngest(sources, store, { host: { platform: 'linux', home, variables: {}, otherHomes: [] } }),
  };
}

describe('a large document', () => {
  it('is read to the token although it is far larger than what may be held of it', async () => {
    const home = makeFolder();
    const count = writeChat(join(home, '.gemini/tmp/loom/chats/a.json'), 3 * maxDocumentBytes);
    const { store, ingest } = ingestOf(home);
    await ingest.scan();
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store)).toEqual({ events: count, output: count * 2 });
  });

  it('is read on a thread of its own, which ends when there is nothing more to read', async () => {
    const folder = makeFolder();
    const path = join(folder, '.gemini/tmp/loom/chats/a.json');
    const count = writeChat(path, heldBytes + 1);
    let closed = 0;
    let elsewhere = 0;
    const documents = createLargeDocuments(async () => {
      const threads = await startDocumentThread();
      if (threads === null) return null;
      return {
        read(file, sink) {
          elsewhere++;
          return threads.read(file, sink);
        },
        close() {
          closed++;
          threads.close();
        },
      };
    });
    let records = 0;
    const sink: ReadSink = { onBatch: (_batch, _bytes, added) => void (records += added), shouldStop: () => false };
    const stream = geminiCli.streams[1];
    const read = (at: string) =>
      documents.read({ path: at, source: geminiCli, stream, device: null, cursor: undefined, seen: undefined }, sink);
    expect(await read(path)).toMatchObject({ kind: 'read' });
    expect(records).toBe(count);
    expect(await read(put(folder, 'small.json', '{}'))).toBeNull();
    expect(await read(join(folder, 'gone.json'))).toBeNull();
    documents.rest();
    await waitUntil('the thread is closed', () => closed === 1);
    expect(elsewhere).toBe(1);
  });

  it('that is rewritten all the time is not read all the time, but in the end', async () => {
    const folder = makeFolder();
    const source = createTinyDocuments([folder]);
    const store = createMemoryLedger();
    const write = (rewritten: number): void => {
      const rows = Array.from({ length: 30_000 }, (_, index) => ({
        text: text.slice(0, 400),
        response: `r${index % 99}`,
        output: rewritten,
      }));
      renameSync(put(folder, 'next', JSON.stringify(rows)), join(folder, 'a.json'));
    };
    write(1);
    await makeIngest([source], store).watch();
    const before = source.documentsRead.length;
    for (let rewritten = 2; rewritten <= 12; rewritten++) {
      write(rewritten);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // A document that takes seconds to read is left alone for a minute.
    await waitUntil('the last version is counted', () => countOf(store).output === 99 * 12, 300_000);
    expect(source.documentsRead.length - before).toBeLessThan(6);
  });

  it('whose source no thread knows is read here, and other logs are followed meanwhile', async () => {
    const folder = makeFolder();
    const lines = createTinySource([join(folder, 'lines')], 'lines');
    const documents = createTinyDocuments([join(folder, 'documents')]);
    const log = put(folder, 'lines/a.jsonl', toLine('first'));
    const document = put(folder, 'documents/a.json', '[]');
    const store = createMemoryLedger();
    await makeIngest([lines, documents], store).watch();
    const rows = Array.from({ length: 40_000 }, (_, index) => ({
      text: text.slice(0, 400),
      response: `r${index}`,
      output: 1,
    }));
    renameSync(put(folder, 'documents/next', JSON.stringify(rows)), document);
    for (let count = 0; count < 20; count++) appendFileSync(log, toLine(`line ${count}`));
    await waitUntil('everything is counted', () => countOf(store).events === 40_021);
  });
});
