import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch, type WatchProcess } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
const watches: WatchProcess[] = [];
/** It must be noticed within a minute. */
const noticedMs = 60_000;

afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.end('SIGKILL');
});

/** Two responses that only the ledger knows, and one whose log is still there. */
async function makeArchive(): Promise<{ home: string; data: string }> {
  const home = newFolder();
  const data = join(home, 'data');
  for (const id of [1, 2]) await writeLog(claudeFile(home, `archived-${id}`), claudeLine({ id, atMs: Date.now() }));
  await readReport(home, data);
  for (const id of [1, 2]) await rm(claudeFile(home, `archived-${id}`));
  await writeLog(claudeFile(home), claudeLine({ id: 3, atMs: Date.now() }));
  return { home, data };
}

async function watch(home: string, data: string): Promise<WatchProcess> {
  const started = startWatch(home, data);
  watches.push(started);
  await waitUntil('everything', () => started.newest()?.week.events === 3);
  return started;
}

const hasNotice = (process: WatchProcess): boolean =>
  process.newest()?.problems.some(({ id }) => id === 'ledger-put-back') === true;

describe('a data folder that is deleted while its ledger is open', () => {
  it('is created again with its lock, so that a process that starts later does not become a second writer', async () => {
    const { home, data } = await makeArchive();
    const owner = await watch(home, data);
    await rm(data, { recursive: true });
    await waitUntil('the notice', () => hasNotice(owner), noticedMs);
    const later = await watch(home, data);
    await waitUntil('the follower', () => later.newest()?.phase === 'following');
    await appendFile(claudeFile(home), claudeLine({ id: 4, atMs: Date.now() }));
    await waitUntil('the next response', () => [owner, later].every((each) => each.newest()?.week.events === 4));
    await owner.end('SIGTERM');
    await later.end('SIGTERM');
    expect((await readReport(home, data)).totals.events).toBe(4);
  });

  it('has one writer again when another process takes the place at once, and everything that the first one had', async () => {
    const { home, data } = await makeArchive();
    const owner = await watch(home, data);
    const follower = await watch(home, data);
    await rm(data, { recursive: true });
    await waitUntil('the takeover', () => follower.newest()?.phase === 'watching', noticedMs);
    await waitUntil('the notice', () => hasNotice(follower), noticedMs);
    await waitUntil('the end of two writers', () => owner.newest()?.phase === 'following', noticedMs);
    await appendFile(claudeFile(home), claudeLine({ id: 4, atMs: Date.now() }));
    await waitUntil('the next response', () => [owner, follower].every((each) => each.newest()?.week.events === 4));
  });
});
