import { appendFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import type { LineStream } from '../../../shared/sources/streams.ts';
import { lineStreamOf } from '../../support/streams.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

describe('a paused ingest', () => {
  it('reads nothing until it is resumed, and then everything once', async () => {
    const folder = makeFolder();
    const path = put(folder, 'a.jsonl', toLine('one'));
    const source = createTinySource([folder]);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    await ingest.watch();
    ingest.setPaused(true);
    expect(ingest.progress().phase).toBe('paused');
    appendFileSync(path, toLine('two'));
    put(folder, 'b.jsonl', toLine('three'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(source.linesRead).toHaveLength(1);
    ingest.setPaused(false);
    await waitUntil('the rest', () => countOf(store).events === 3);
    // The pass ends after its last line is counted.
    await waitUntil('the phase', () => ingest.progress().phase === 'watching');
    expect(source.linesRead).toHaveLength(3);
  });

  it('stops within a file and resumes there', async () => {
    const folder = makeFolder();
    const lines = Array.from({ length: 4000 }, (_, index) => toLine(`r${index}`, 1, 'x'.repeat(6000)));
    const path = put(folder, 'a.jsonl', lines.join(''));
    const source = createTinySource([folder]);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    let isFirst = true;
    ingest.onDelta(() => {
      if (isFirst) ingest.setPaused(true);
      isFirst = false;
    });
    const scan = ingest.scan();
    await waitUntil('the pause', () => ingest.progress().phase === 'paused');
    await waitUntil('rest', () => store.cursors().get(path)?.lines === source.linesRead.length);
    expect(source.linesRead.length).toBeLessThan(4000);
    ingest.setPaused(false);
    await scan;
    expect(source.linesRead).toHaveLength(4000);
    expect(cursorOf(store, path)).toMatchObject({ lines: 4000, readerState: 4000 });
    expect(ingest.progress()).toMatchObject({ phase: 'watching', percent: 100 });
  });

  it('can be stopped in the middle of a scan, and keeps what it has read', async () => {
    const folder = makeFolder();
    const lines = Array.from({ length: 4000 }, (_, index) => toLine(`r${index}`, 1, 'x'.repeat(6000)));
    const path = put(folder, 'a.jsonl', lines.join(''));
    const source = createTinySource([folder]);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    ingest.onDelta(() => void ingest.stop());
    await ingest.scan();
    expect(source.linesRead.length).toBeLessThan(4000);
    expect(cursorOf(store, path).lines).toBe(source.linesRead.length);
  });
});

describe('a failing part', () => {
  it('affects no other file: a reader that throws', async () => {
    const folder = makeFolder();
    const bad = put(folder, 'bad.jsonl', toLine('one'));
    put(folder, 'good.jsonl', toLine('two'));
    const tiny = createTinySource([folder]);
    const stream: LineStream = {
      ...lineStreamOf(tiny),
      createReader(path, state) {
        const reader = lineStreamOf(tiny).createReader(path, state);
        if (path !== bad) return reader;
        return {
          ...reader,
          read: () => {
            throw new Error('a bug');
          },
        };
      },
    };
    const store = createMemoryLedger();
    await makeIngest([{ ...tiny, streams: [stream] }], store).scan();
    expect(countOf(store).events).toBe(1);
    expect(cursorOf(store, bad).skips).toEqual({ 'not-a-record': 1 });
  });

  it('is recovered from: a ledger that could not be written gets everything later', async () => {
    const folder = makeFolder();
    const path = put(folder, 'a.jsonl', toLine('one'));
    const ledger = createMemoryLedger();
    let isFull = false;
    const store: LedgerStore = {
      ...ledger,
      apply(batches) {
        if (isFull) throw new Error('the disk is full');
        return ledger.apply(batches);
      },
    };
    const errors: string[] = [];
    const ingest = makeIngest([createTinySource([folder])], store, {
      timing: { heartbeatMs: 20, sweepMs: 50 },
      logger: { info: () => undefined, warn: () => undefined, error: (message) => errors.push(message) },
    });
    await ingest.watch();
    isFull = true;
    appendFileSync(path, toLine('two'));
    await waitUntil('the failure', () => ingest.progress().phase === 'failed');
    expect(errors[0]).toBe('the ledger cannot be written');
    isFull = false;
    await waitUntil('the lost line', () => countOf(store).events === 2);
    await waitUntil('the phase', () => ingest.progress().phase === 'watching');
    expect(cursorOf(store, path)).toMatchObject({ lines: 2, readerState: 2 });
  });
});
