import { appendFileSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

const monthsAgo = new Date(Date.now() - 90 * 86_400_000);

/** A log that has not been written to for months. */
function putOld(folder: string, path: string, content: string): string {
  const file = put(folder, path, content);
  utimesSync(file, monthsAgo, monthsAgo);
  return file;
}

/** The inotify watches of this process: one for each file or folder. */
function countSystemWatches(): number {
  return readdirSync('/proc/self/fd')
    .filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).includes('inotify');
      } catch {
        return false;
      }
    })
    .flatMap((fd) => readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8').split('\n'))
    .filter((line) => line.startsWith('inotify')).length;
}

async function watchOldLogs() {
  const folder = makeFolder();
  for (let project = 0; project < 3; project++) {
    for (let log = 0; log < 400; log++) putOld(folder, `p${project}/${log}.jsonl`, toLine(`${project}.${log}`));
  }
  const store = createMemoryLedger();
  const before = process.platform === 'linux' ? countSystemWatches() : 0;
  await makeIngest([createTinySource([folder])], store).watch();
  const until = (events: number) => waitUntil(`${events} responses`, () => countOf(store).events === events);
  await until(1_200);
  return { folder, store, before, until };
}

describe('old logs', () => {
  it.runIf(process.platform === 'linux')('use one watch per folder, not one per file', async () => {
    const { before } = await watchOldLogs();
    expect(countSystemWatches() - before).toBeLessThan(20);
  });

  it('are followed again as soon as one changes', async () => {
    const { folder, until } = await watchOldLogs();
    appendFileSync(join(folder, 'p1/7.jsonl'), toLine('resumed'));
    await until(1_201);
    appendFileSync(join(folder, 'p1/7.jsonl'), toLine('goes on'));
    await until(1_202);
    put(folder, 'p2/new.jsonl', toLine('a new session'));
    await until(1_203);
    appendFileSync(join(folder, 'p2/new.jsonl'), toLine('goes on, too'));
    await until(1_204);
  });

  it('are in folders in which new folders are found', async () => {
    const { folder, until } = await watchOldLogs();
    put(folder, 'p0/session/subagents/a.jsonl', toLine('a subagent'));
    await until(1_201);
    appendFileSync(join(folder, 'p0/session/subagents/a.jsonl'), toLine('goes on'));
    await until(1_202);
  });

  it('are known to be gone after the next full check', async () => {
    const folder = makeFolder();
    const path = putOld(folder, 'p/a.jsonl', toLine('one'));
    putOld(folder, 'p/b.jsonl', toLine('two'));
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store);
    await ingest.watch();
    rmSync(path);
    await waitUntil('the file is gone', async () => {
      await ingest.rescan();
      return cursorOf(store, path).isGone;
    });
    expect(countOf(store).events).toBe(2);
  });

  it('beside an active folder below an old one are all followed', async () => {
    const folder = makeFolder();
    putOld(folder, 'p/old.jsonl', toLine('one'));
    const live = put(folder, 'p/session/subagents/live.jsonl', toLine('two'));
    const store = createMemoryLedger();
    await makeIngest([createTinySource([folder])], store).watch();
    appendFileSync(live, toLine('three'));
    await waitUntil('three responses', () => countOf(store).events === 3);
    mkdirSync(join(folder, 'p/other'));
    put(folder, 'p/other/new.jsonl', toLine('four'));
    await waitUntil('four responses', () => countOf(store).events === 4);
  });
});
