import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const often = { checkMs: 50, quietMs: 3_600_000, latestMs: 3_600_000 };
const pageBytes = 4_096;
/** The contents are known a second after the ledger is opened. */
const learnedMs = 2_000;

/** A ledger of 20,000 responses, of which nothing else is left but a copy from before the last three. */
async function makeArchive(): Promise<{ home: string; data: string; ledger: string }> {
  const home = newFolder();
  const data = join(home, 'data');
  await writeLog(claudeFile(home, 'first'), lines(0, 19_990));
  const engine = engines.open(home, { housekeeping: { checkMs: 50, quietMs: 0 } });
  await engine.start('watching');
  await waitUntil('the copy', () => existsSync(join(data, 'ledger.copy.db')));
  await engines.stop(engine);
  // What was added after the first fill is kept on pages of its own: the second addition makes no new ones.
  await writeLog(claudeFile(home, 'first'), lines(0, 19_997));
  await readReport(home, data);
  copyFileSync(join(data, 'ledger.db'), join(home, 'older.db'));
  await writeLog(claudeFile(home, 'first'), lines(0, 20_000));
  await readReport(home, data);
  return { home, data, ledger: join(data, 'ledger.db') };
}

/** The same for every line of a test, since other times of the same responses would need other pages. */
const nowMs = Date.now();

function lines(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) =>
    claudeLine({ id: from + index, atMs: nowMs - index * 10, session: 'first' }),
  ).join('');
}

async function watchEngine(home: string): Promise<Engine> {
  const engine = engines.open(home, { housekeeping: often });
  await engine.start('watching');
  return engine;
}

const eventsOf = (engine: Engine): number => engine.snapshot().sections.usage.week.totals.events;
const noticeOf = (engine: Engine) =>
  engine.snapshot().sections.health.problems.find(({ id }) => id === 'ledger-overwritten');

describe('single pages of an open ledger that another program has written', () => {
  it.each([
    ['as soon as it is open', 0],
    ['later', learnedMs],
  ])('are noticed wherever they are (%s)', async (_when, afterMs) => {
    const { home, data, ledger } = await makeArchive();
    rmSync(claudeFile(home, 'first'));
    const engine = await watchEngine(home);
    expect(eventsOf(engine)).toBe(20_000);
    await delay(afterMs);
    const pages = statSync(ledger).size / pageBytes;
    expect(pages).toBeGreaterThan(256);
    const file = openSync(ledger, 'r+');
    for (const page of [101, 103, 107]) writeSync(file, Buffer.alloc(1_000, 0xa5), 0, 1_000, page * pageBytes + 900);
    closeSync(file);
    await waitUntil('the notice', () => noticeOf(engine));
    // The last ten may have been on these pages.
    expect(eventsOf(engine)).toBeGreaterThanOrEqual(19_990);
    await engines.stop(engine);
    expect((await readReport(home, data)).totals.events).toBeGreaterThanOrEqual(19_990);
  });

  it('are noticed when they come from an older copy that has the same first page', async () => {
    const { home, data, ledger } = await makeArchive();
    const older = readFileSync(join(home, 'older.db'));
    const head = readFileSync(ledger).subarray(0, pageBytes);
    expect(older.length).toBe(statSync(ledger).size);
    expect(older.subarray(0, pageBytes).equals(head)).toBe(true);
    const engine = await watchEngine(home);
    await delay(learnedMs);
    execFileSync('cp', [join(home, 'older.db'), ledger]);
    await waitUntil('the notice', () => noticeOf(engine));
    await waitUntil('everything', () => eventsOf(engine) === 20_000);
    await writeLog(claudeFile(home, 'first'), lines(0, 20_010));
    await engine.rescan();
    await waitUntil('the next responses', () => eventsOf(engine) === 20_010);
    await engines.stop(engine);
    expect((await readReport(home, data)).totals.events).toBe(20_010);
  });
});
