import { execFileSync } from 'node:child_process';
import { appendFile, copyFile, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import type { EngineOptions } from '../../../main/node/engine/engine.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
/** It must be noticed within a minute. */
const noticedMs = 60_000;
/** Looks at the file often, and copies the ledger at once or never. */
const often = { checkMs: 50, quietMs: 3_600_000, latestMs: 3_600_000 };
const copying = { checkMs: 50, quietMs: 0 };
const garbage = 'this is no database. '.repeat(20_000);

interface Place {
  readonly home: string;
  readonly data: string;
  readonly ledger: string;
  /** A copy of the ledger from before the last responses. */
  readonly older: string;
}

/** Overwrites a file as `cp` does: the same file with other contents. */
const overwrite = (from: string, to: string): void => void execFileSync('cp', [from, to]);

/** A ledger of 300 responses, of which an older copy holds 200. Their logs are gone. */
async function makeArchive(housekeeping: EngineOptions['housekeeping'] = often): Promise<Place> {
  const home = newFolder();
  const data = join(home, 'data');
  const place = { home, data, ledger: join(data, 'ledger.db'), older: join(home, 'older.db') };
  await writeLog(claudeFile(home, 'first'), lines(0, 200, 'first'));
  await readReport(home, data);
  await copyFile(place.ledger, place.older);
  await writeLog(claudeFile(home, 'second'), lines(200, 300, 'second'));
  const engine = engines.open(home, { housekeeping });
  await engine.start('watching');
  if (housekeeping === copying)
    await waitUntil('the copy', async () => (await readdir(data)).includes('ledger.copy.db'));
  await engines.stop(engine);
  await rm(join(home, '.claude', 'projects'), { recursive: true });
  return place;
}

function lines(from: number, to: number, session: string): string {
  return Array.from({ length: to - from }, (_, index) =>
    claudeLine({ id: from + index, atMs: Date.now() - index * 1_000, session }),
  ).join('');
}

async function watchEngine(home: string): Promise<Engine> {
  const engine = engines.open(home, { housekeeping: often });
  await engine.start('watching');
  return engine;
}

const eventsOf = (engine: Engine): number => engine.snapshot().sections.usage.week.totals.events;

function noticeOf(engine: Engine): Problem<'ledger-overwritten'> | undefined {
  return engine
    .snapshot()
    .sections.health.problems.find((each): each is Problem<'ledger-overwritten'> => each.id === 'ledger-overwritten');
}

describe('a ledger that is overwritten in place while it is open', () => {
  it.each(['older', 'emptied'] as const)(
    'is rebuilt by a running watch, and the person is informed (%s)',
    async (how) => {
      const { home, data, ledger, older } = await makeArchive(copying);
      await writeLog(claudeFile(home, 'third'), lines(300, 310, 'third'));
      const watch = startWatch(home, data);
      await waitUntil('everything', () => watch.newest()?.week.events === 310);
      const before = how === 'older' ? await readFile(older) : Buffer.alloc(0);
      if (how === 'older') overwrite(older, ledger);
      else await writeFile(ledger, '');
      const problem = await waitUntil(
        'the notice',
        () => watch.newest()?.problems.find(({ id }) => id === 'ledger-overwritten'),
        noticedMs,
      );
      expect(problem.message).toMatch(/rebuilt from/);
      await waitUntil('everything again', () => watch.newest()?.week.events === 310);
      await appendFile(claudeFile(home, 'third'), lines(310, 311, 'third'));
      await waitUntil('the next response', () => watch.newest()?.week.events === 311);
      await watch.end('SIGTERM');
      expect((await readReport(home, data)).totals.events).toBe(311);
      const [aside] = (await readdir(data)).filter((name) => name.startsWith('ledger.replaced-'));
      expect(await readFile(join(data, aside ?? ''))).toEqual(before);
    },
  );

  it.each([
    ['nothing', ''],
    ['what is no database', garbage],
  ])('keeps what the process still holds when it is overwritten with %s', async (_what, text) => {
    const { home, ledger } = await makeArchive();
    const engine = await watchEngine(home);
    await writeLog(claudeFile(home, 'third'), lines(300, 400, 'third'));
    await engine.rescan();
    await waitUntil('everything', () => eventsOf(engine) === 400);
    await rm(claudeFile(home, 'third'));
    await writeFile(ledger, text);
    expect(await waitUntil('the notice', () => noticeOf(engine))).toMatchObject({
      parameters: { rebuiltFrom: 'memory', copyAgeHours: null },
    });
    // The pages of the newest responses were not in the file at all.
    expect(eventsOf(engine)).toBeGreaterThanOrEqual(100);
  });

  it('takes the copy for what another ledger hides, and counts nothing of that one', async () => {
    const { home, ledger } = await makeArchive(copying);
    const other = await makeOther();
    const engine = await watchEngine(home);
    overwrite(other, ledger);
    expect(await waitUntil('the notice', () => noticeOf(engine))).toMatchObject({
      parameters: { rebuiltFrom: 'copy', copyAgeHours: 0 },
    });
    expect(eventsOf(engine)).toBe(300);
    expect(engine.sessions(everything).rows.map(({ sessionId }) => sessionId)).not.toContain('elsewhere');
  });

  it('takes the other ledger where there is no copy', async () => {
    const { home, ledger, older } = await makeArchive();
    await writeLog(claudeFile(home, 'second'), lines(200, 300, 'second'));
    const engine = await watchEngine(home);
    overwrite(older, ledger);
    expect(await waitUntil('the notice', () => noticeOf(engine))).toMatchObject({
      parameters: { rebuiltFrom: 'other' },
    });
    // 200 of them, and the 100 whose log is still there.
    await waitUntil('everything', () => eventsOf(engine) === 300);
  });

  it('keeps what lies around pages in the middle that were written over', async () => {
    const { home, ledger } = await makeArchive(copying);
    const engine = await watchEngine(home);
    const file = await open(ledger, 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 8_192, 0xa5), 0, size - 8_192, 8_192);
    await file.close();
    expect(await waitUntil('the notice', () => noticeOf(engine))).toMatchObject({
      parameters: { rebuiltFrom: 'memory-and-copy' },
    });
    expect(eventsOf(engine)).toBe(300);
  });

  it('is rebuilt when the process ends before it has looked', async () => {
    const { home, data, ledger, older } = await makeArchive(copying);
    const engine = engines.open(home, { housekeeping: { ...often, checkMs: 3_600_000 } });
    await engine.start('watching');
    overwrite(older, ledger);
    await engines.stop(engine);
    expect((await readReport(home, data)).totals.events).toBe(300);
  });

  it('never has the log of the lost contents folded into the other file', async () => {
    const { home, ledger, older } = await makeArchive(copying);
    const engine = engines.open(home, { housekeeping: { ...often, checkMs: 3_600_000 } });
    await engine.start('watching');
    overwrite(older, ledger);
    // More than the write-ahead log holds before it is folded in.
    await writeLog(claudeFile(home, 'third'), lines(300, 80_300, 'third'));
    await engine.rescan();
    expect(eventsOf(engine)).toBe(80_300);
    await engines.stop(engine);
    const [aside] = (await readdir(join(home, 'data'))).filter((name) => name.startsWith('ledger.replaced-'));
    expect(await readFile(join(home, 'data', aside ?? ''))).toEqual(await readFile(older));
  });

  it('is left alone when only its time has changed', async () => {
    const { home, data, ledger } = await makeArchive();
    const engine = await watchEngine(home);
    // Its contents are known a second after it was opened.
    await delay(2_000);
    execFileSync('touch', ['-d', '2020-01-01', ledger]);
    execFileSync('chmod', ['600', ledger]);
    overwrite(ledger, `${ledger}.backup`);
    await delay(500);
    expect(engine.snapshot().sections.health.problems).toEqual([]);
    expect(await readdir(data)).not.toContainEqual(expect.stringContaining('replaced'));
    expect(eventsOf(engine)).toBe(300);
  });
});

const everything = { source: null, since: null, until: null, timeZone: null };

/** The ledger of another machine. */
async function makeOther(): Promise<string> {
  const home = newFolder();
  await writeLog(claudeFile(home, 'elsewhere'), lines(5_000, 5_400, 'elsewhere'));
  await readReport(home, join(home, 'data'));
  return join(home, 'data', 'ledger.db');
}
