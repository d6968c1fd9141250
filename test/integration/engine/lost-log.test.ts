import { appendFile, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch } from '../../support/watch-process.ts';
import { useEngines } from '../../support/engines.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
/** It must be noticed within a minute. */
const noticedMs = 60_000;
const kills: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const kill of kills.splice(0)) await kill();
});

/** Something that keeps the ledger open. */
interface Owner {
  readonly events: () => number | undefined;
  readonly problems: () => readonly { readonly id: string }[];
  end(): Promise<void>;
}

type StartOwner = (home: string, data: string) => Promise<Owner>;

/** The real thing, which checks three times a minute and is killed. */
const startProcess: StartOwner = async (home, data) => {
  const watch = startWatch(home, data);
  kills.push(() => watch.end('SIGKILL'));
  await waitUntil('the start', () => watch.newest()?.phase === 'watching');
  return {
    events: () => watch.newest()?.week.events,
    problems: () => watch.newest()?.problems ?? [],
    end: () => watch.end('SIGKILL'),
  };
};

/** Checks often. */
const startEngine: StartOwner = async (home, dataFolder) => {
  const engine = engines.open(home, { dataFolder, housekeeping: { checkMs: 50 } });
  await engine.start('watching');
  return {
    events: () => engine.snapshot().sections.usage.week.totals.events,
    problems: () => engine.snapshot().sections.health.problems,
    end: () => engines.stop(engine),
  };
};

interface Watched {
  readonly home: string;
  readonly data: string;
  readonly ledger: string;
  readonly owner: Owner;
}

/** An owner whose ledger has one response in its file and one in its write-ahead log. Both are nowhere else. */
async function watchTwo(start: StartOwner): Promise<Watched> {
  const home = newFolder();
  const data = join(home, 'data');
  await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
  await readReport(home, data);
  const owner = await start(home, data);
  await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
  await waitUntil('the second', () => owner.events() === 2);
  await rm(claudeFile(home));
  return { home, data, ledger: join(data, 'ledger.db'), owner };
}

async function notice({ owner }: Watched): Promise<void> {
  await waitUntil('the notice', () => owner.problems().some(({ id }) => id === 'ledger-put-back'), noticedMs);
}

/** Others see what was written before and after, also when the owner is killed. */
async function expectEverything({ home, data, owner }: Watched): Promise<void> {
  expect((await readReport(home, data)).totals.events).toBe(2);
  await writeLog(claudeFile(home, 'later'), claudeLine({ id: 3, atMs: Date.now(), session: 'later' }));
  await waitUntil('the next response', () => owner.events() === 3);
  expect((await readReport(home, data)).totals.events).toBe(3);
  await owner.end();
  await rm(claudeFile(home, 'later'));
  expect((await readReport(home, data)).totals.events).toBe(3);
}

const asideIn = async (data: string): Promise<readonly string[]> =>
  (await readdir(data)).filter((name) => name.startsWith('ledger.replaced-'));

describe('a ledger whose write-ahead log no longer belongs to it', () => {
  it.each([
    ['the log and its index are', ['-wal', '-shm'], startProcess],
    ['the log is', ['-wal'], startEngine],
    ['its index is', ['-shm'], startEngine],
  ])('is written back, and the person is informed, when %s deleted', async (_what, suffixes, start) => {
    const watched = await watchTwo(start);
    for (const suffix of suffixes) await rm(watched.ledger + suffix);
    await notice(watched);
    expect(await asideIn(watched.data)).toEqual([]);
    await expectEverything(watched);
  });

  it('is written back when it was moved and a link to it took its place', async () => {
    const watched = await watchTwo(startEngine);
    const moved = join(watched.data, 'real.db');
    await rename(watched.ledger, moved);
    await symlink(moved, watched.ledger);
    await notice(watched);
    expect(await asideIn(watched.data)).toHaveLength(1);
    expect((await readFile(moved)).toString('latin1', 0, 15)).toBe('SQLite format 3');
    await expectEverything(watched);
  });

  it('is left alone when it was a link from the beginning', async () => {
    const home = newFolder();
    const data = join(home, 'data');
    const ledger = join(data, 'ledger.db');
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    await readReport(home, data);
    await rename(ledger, join(home, 'real.db'));
    await symlink(join(home, 'real.db'), ledger);
    const owner = await startEngine(home, data);
    await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
    await waitUntil('the second', () => owner.events() === 2);
    expect((await readReport(home, data)).totals.events).toBe(2);
    expect(owner.problems()).toEqual([]);
    await owner.end();
    expect(await asideIn(data)).toEqual([]);
    expect((await readReport(home, data)).totals.events).toBe(2);
  });
});
