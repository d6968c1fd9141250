import { appendFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
/** It must be noticed within a minute. */
const noticedMs = 60_000;

// Without one of the two, or behind a link: test/integration/store/kept-ledger.test.ts.
it('a ledger whose log and index are deleted is written back by a watch, which may be killed then', async () => {
  const home = newFolder();
  const data = join(home, 'data');
  await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
  await readReport(home, data);
  const watch = startWatch(home, data);
  await waitUntil('the start', () => watch.newest()?.phase === 'watching');
  // One response is in the file, the other in the log. Both are nowhere else.
  await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
  await waitUntil('the second', () => watch.newest()?.week.events === 2);
  await rm(claudeFile(home));
  for (const suffix of ['-wal', '-shm']) await rm(join(data, 'ledger.db') + suffix);
  await waitUntil('the notice', () => watch.newest()?.problems.some(({ id }) => id === 'ledger-put-back'), noticedMs);
  expect((await readdir(data)).filter((name) => name.startsWith('ledger.replaced-'))).toEqual([]);
  expect((await readReport(home, data)).totals.events).toBe(2);
  await writeLog(claudeFile(home, 'later'), claudeLine({ id: 3, atMs: Date.now(), session: 'later' }));
  await waitUntil('the next response', () => watch.newest()?.week.events === 3);
  await watch.end('SIGKILL');
  await rm(claudeFile(home, 'later'));
  expect((await readReport(home, data)).totals.events).toBe(3);
});
