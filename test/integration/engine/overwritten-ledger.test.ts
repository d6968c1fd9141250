import { execFileSync } from 'node:child_process';
import { appendFile, copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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

interface Place {
  readonly home: string;
  readonly data: string;
  readonly ledger: string;
  /** A copy of the ledger from before the last responses. */
  readonly older: string;
}

/** A ledger of 300 responses with its daily copy, of which an older copy holds 200. Their logs are gone. */
async function makeArchive(): Promise<Place> {
  const home = newFolder();
  const data = join(home, 'data');
  const place = { home, data, ledger: join(data, 'ledger.db'), older: join(home, 'older.db') };
  await writeLog(claudeFile(home, 'first'), lines(0, 200, 'first'));
  await readReport(home, data);
  await copyFile(place.ledger, place.older);
  await writeLog(claudeFile(home, 'second'), lines(200, 300, 'second'));
  const engine = engines.open(home, { housekeeping: { checkMs: 50, quietMs: 0 } });
  await engine.start('watching');
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

// What it is rebuilt from, and when: test/integration/store/kept-ledger.test.ts.
it('a ledger that is overwritten in place is rebuilt by a running watch, and the person is informed', async () => {
  const { home, data, ledger, older } = await makeArchive();
  await writeLog(claudeFile(home, 'third'), lines(300, 310, 'third'));
  const watch = startWatch(home, data);
  await waitUntil('everything', () => watch.newest()?.week.events === 310);
  const before = await readFile(older);
  // The same file with other contents.
  execFileSync('cp', [older, ledger]);
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
});
