import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IngestProgress } from '../../../main/node/ingest/scan-progress.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { toBytesRead } from '../../../shared/ledger/cursor-position.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

describe('many files', () => {
  it('are all read, in few commits, with progress that only grows, and nothing twice after a restart', async () => {
    const folder = makeFolder();
    for (let index = 0; index < 2000; index++) {
      put(folder, `project-${index % 50}/${index}.jsonl`, toLine(`a${index}`) + toLine(`b${index}`));
    }
    const ledger = createMemoryLedger();
    let commits = 0;
    const store: LedgerStore = { ...ledger, apply: (batches) => (commits++, ledger.apply(batches)) };
    const source = createTinySource([folder]);
    const ingest = makeIngest([source], store);
    const progress: IngestProgress[] = [];
    ingest.onProgress((news) => progress.push(news));
    await ingest.scan();

    expect(countOf(store).events).toBe(4000);
    expect(source.linesRead).toHaveLength(4000);
    expect(commits).toBeLessThan(200);
    const percents = progress.map((news) => news.percent);
    expect(percents).toEqual([...percents].sort((left, right) => left - right));
    expect(progress[0]).toMatchObject({ filesDone: 0, filesTotal: 2000 });
    expect(progress.at(-1)).toEqual({ ...ingest.progress(), phase: 'watching', percent: 100, filesDone: 2000 });
    expect(new Set(progress.map((news) => news.phase))).toEqual(new Set(['starting', 'scanning', 'watching']));
    await ingest.stop();

    const restarted = createTinySource([folder]);
    const second = makeIngest([restarted], store);
    await second.scan();
    expect(restarted.linesRead).toEqual([]);
    expect(second.progress()).toMatchObject({ phase: 'watching', percent: 100 });
    expect(second.roots().get('tiny')).toMatchObject([{ files: 2000, state: 'found' }]);
  });

  it('are read from the newest to the oldest', async () => {
    const folder = makeFolder();
    for (let age = 0; age < 30; age += 1) {
      // Neither their names nor the order in which they are made is that of their ages.
      const path = put(folder, `${(age * 7) % 30}.jsonl`, toLine(`${age}`));
      const time = new Date(Date.UTC(2026, 4, 20) - age * 86_400_000);
      utimesSync(path, time, time);
    }
    const source = createTinySource([folder]);
    await makeIngest([source], createMemoryLedger()).scan();
    const order = source.linesRead.map((line) => Number((JSON.parse(line) as { response: string }).response));
    expect(order).toHaveLength(30);
    // Four are read at a time: one begins when all newer ones but three have ended.
    for (let age = 0; age < 30; age += 1) expect(order.indexOf(age), `${age}`).toBeGreaterThanOrEqual(age - 3);
  });

  it('are committed in parts when they are long, each with a cursor to resume from', async () => {
    const folder = makeFolder();
    const lines = Array.from({ length: 2000 }, (_, index) => toLine(`r${index}`, 1, 'x'.repeat(6000)));
    const path = put(folder, 'a.jsonl', lines.join(''));
    const ledger = createMemoryLedger();
    const offsets: number[] = [];
    const killed: LedgerStore = {
      ...ledger,
      apply(batches) {
        if (offsets.length === 2) throw new Error('killed');
        const cursor = batches.at(-1)?.cursor;
        offsets.push(cursor === undefined ? 0 : toBytesRead(cursor.position));
        return ledger.apply(batches);
      },
    };
    const first = makeIngest([createTinySource([folder])], killed);
    await expect(first.scan()).rejects.toThrow('the ledger cannot be written');
    expect(first.progress().phase).toBe('failed');
    await first.stop();
    const committed = cursorOf(ledger, path);
    expect(toBytesRead(committed.position)).toBe(offsets.at(-1));
    expect(committed.readerState).toBe(committed.lines);

    const source = createTinySource([folder]);
    await makeIngest([source], ledger).scan();
    expect(source.linesRead).toHaveLength(2000 - committed.lines);
    expect(cursorOf(ledger, path)).toMatchObject({ lines: 2000, eventRows: 2000, readerState: 2000 });
    expect(countOf(ledger).events).toBe(2000);
  });
});
