import { appendFile, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/instant.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { createFakeTime, type FakeTime, findFakeTime } from '../../support/fake-time.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch, type WatchProcess } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
const library = findFakeTime();
const watches: WatchProcess[] = [];
const times: FakeTime[] = [];
/** A jump is noticed at the next look at the clock at the latest. */
const noticedMs = 40_000;
const jumps = [1, -1, 3_652, -3_652];

afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.end('SIGKILL');
  for (const time of times.splice(0)) time.close();
});

function start(home: string, time: FakeTime): WatchProcess {
  const watch = startWatch(home, join(home, 'data'), { variables: time.variables });
  watches.push(watch);
  return watch;
}

async function makeHome(): Promise<{ home: string; time: FakeTime }> {
  const home = newFolder();
  await writeLog(claudeFile(home), claudeLine({ id: 0, atMs: Date.now() }));
  const time = createFakeTime(library ?? '');
  times.push(time);
  return { home, time };
}

/** What an agent writes now; the kernel would give the file the time of its own clock. */
async function append(home: string, id: number, time: FakeTime): Promise<void> {
  await appendFile(claudeFile(home), claudeLine({ id, atMs: time.nowMs() }));
  await utimes(claudeFile(home), time.nowMs() / 1_000, time.nowMs() / 1_000);
}

const why = library === null ? ' (needs libfaketime: apt-get install faketime)' : '';

describe.skipIf(library === null)(`a system time that jumps while a watch runs${why}`, () => {
  it('has every response counted on its day, and shows those of the day that it is', async () => {
    const { home, time } = await makeHome();
    const watch = start(home, time);
    await waitUntil('the first', () => watch.newest()?.today.events === 1);
    let id = 0;
    for (const days of jumps) {
      time.set(days * dayMs);
      await append(home, ++id, time);
      // Only this one is of that day.
      await waitUntil(`the response ${days} days away`, () => watch.newest()?.today.events === 1 && isAt(watch, time));
      expect(watch.newest()?.blocks).toHaveLength(1);
      time.set(0);
      await append(home, ++id, time);
      await waitUntil('those of today', () => watch.newest()?.today.events === 1 + id / 2 && isAt(watch, time));
      expect(watch.newest()).toMatchObject({ phase: 'watching', problems: [] });
    }
    await watch.end('SIGTERM');
    const report = await readReport(home, join(home, 'data'));
    expect(report.totals.events).toBe(1 + 2 * jumps.length);
    expect(report.rows.map(({ events }) => events)).toEqual([1, 1, 1 + jumps.length, 1, 1]);
    expect(watch.complaints()).toBe('');
    expect(await readdir(join(home, 'data'))).not.toContainEqual(expect.stringMatching(/corrupt|replaced|rescued/));
  });

  it('is noticed also when nothing is written', async () => {
    const { home, time } = await makeHome();
    const watch = start(home, time);
    await waitUntil('the first', () => watch.newest()?.today.events === 1);
    time.set(dayMs);
    await waitUntil('an empty day', () => watch.newest()?.today.events === 0, noticedMs);
    time.set(0);
    await waitUntil('the day before', () => watch.newest()?.today.events === 1, noticedMs);
  });

  it.each([3_652, -3_652])('passes the ownership on %i days away, too', async (days) => {
    const { home, time } = await makeHome();
    const owner = start(home, time);
    await waitUntil('the owner', () => owner.newest()?.phase === 'watching');
    const follower = start(home, time);
    await waitUntil('the follower', () => follower.newest()?.phase === 'following');
    time.set(days * dayMs);
    await owner.end('SIGKILL');
    await waitUntil('the takeover', () => follower.newest()?.phase === 'watching');
    await append(home, 1, time);
    await waitUntil('the next response', () => follower.newest()?.today.events === 1 && isAt(follower, time));
    time.set(0);
    await append(home, 2, time);
    await waitUntil('those of today', () => follower.newest()?.today.events === 2);
  });
});

/** Whether the newest line was written at the time that it is now. */
function isAt(watch: WatchProcess, time: FakeTime): boolean {
  return Math.abs(Date.parse(watch.newest()?.generatedAt ?? '') - time.nowMs()) < dayMs / 2;
}
