import { appendFile, copyFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
/** It must be noticed within a minute. */
const noticedMs = 60_000;

describe('a ledger whose file is lost while it is open', () => {
  // Lost in other ways: test/integration/store/kept-ledger.test.ts.
  it('is written back, and the person is informed, when another file takes its place', async () => {
    const home = newFolder();
    const data = join(home, 'data');
    const ledger = join(data, 'ledger.db');
    await writeLog(claudeFile(home, 'archived'), claudeLine({ id: 1, atMs: Date.now(), session: 'archived' }));
    await readReport(home, data);
    await copyFile(ledger, join(home, 'older.db'));
    await writeLog(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
    const watch = startWatch(home, data);
    await waitUntil('both responses', () => watch.newest()?.week.events === 2);
    // Only the ledger knows about these two.
    await rm(join(home, '.claude', 'projects'), { recursive: true });
    await rename(join(home, 'older.db'), ledger);
    const problem = await waitUntil(
      'the notice',
      () => watch.newest()?.problems.find(({ id }) => id === 'ledger-put-back'),
      noticedMs,
    );
    expect(problem.message).toMatch(/written back/);
    await writeLog(claudeFile(home, 'later'), '');
    await appendFile(claudeFile(home, 'later'), claudeLine({ id: 3, atMs: Date.now(), session: 'later' }));
    await waitUntil('the next response', () => watch.newest()?.week.events === 3);
    await watch.end('SIGKILL');
    expect((await readReport(home, data)).totals.events).toBe(3);
    const aside = (await readdir(data)).filter((name) => name.startsWith('ledger.replaced-') && name.endsWith('.db'));
    expect(aside).toHaveLength(1);
  });
});
