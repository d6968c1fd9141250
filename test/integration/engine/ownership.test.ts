import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { readReport, runBuiltCli } from '../../support/run-cli.ts';
import { runEngineProcess } from '../../support/run-engine-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch, type WatchProcess } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const watches: WatchProcess[] = [];
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.end('SIGKILL');
});

async function watch(home: string): Promise<WatchProcess> {
  const started = startWatch(home, join(home, 'data'));
  watches.push(started);
  await waitUntil('the first line', () => started.newest());
  return started;
}

async function append(home: string, id: number): Promise<void> {
  await appendFile(claudeFile(home), claudeLine({ id, atMs: Date.now() }));
}

const eventsOf = (process: WatchProcess): number | undefined => process.newest()?.week.events;

describe('the ownership of a ledger', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('passes to another process when its owner ends by %s', async (signal) => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const owner = await watch(home);
    await waitUntil('the owner', () => owner.newest()?.phase === 'watching');
    const follower = await watch(home);
    await waitUntil('the follower', () => follower.newest()?.phase === 'following');
    await append(home, 2);
    await waitUntil('the follower to follow', () => eventsOf(follower) === 2);
    await owner.end(signal);
    await append(home, 3);
    await waitUntil('the takeover', () => follower.newest()?.phase === 'watching' && eventsOf(follower) === 3);
    // And then to the next one, which also found the ledger taken.
    const third = await watch(home);
    await waitUntil('the third', () => third.newest()?.phase === 'following');
    await follower.end(signal);
    await append(home, 4);
    await waitUntil('the next takeover', () => eventsOf(third) === 4);
    expect(third.newest()?.problems).toEqual([]);
  });

  it('passes to one of many waiting processes, and the others follow it', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const owner = await watch(home);
    const waiting = await Promise.all([watch(home), watch(home), watch(home)]);
    await owner.end('SIGKILL');
    await append(home, 2);
    await waitUntil('all to show the line', () => waiting.every((each) => eventsOf(each) === 2));
    // The owner shows it before it has finished reading.
    const phases = () => waiting.map((each) => each.newest()?.phase).sort();
    await waitUntil('the end of reading', () => phases().includes('watching'));
    expect(phases()).toEqual(['following', 'following', 'watching']);
  });

  it('passes on from a process that is killed while writing, and nothing is counted twice or lost', async () => {
    const home = newFolder();
    await writeLog(
      claudeFile(home),
      Array.from({ length: 400 }, (_, id) => claudeLine({ id, atMs: Date.now() })).join(''),
    );
    const owner = runEngineProcess(home, join(home, 'data'), Date.now(), newFolder());
    await owner.hears('ready');
    // During its first transactions.
    owner.order(150);
    await owner.hears('open');
    const follower = startWatch(home, join(home, 'data'));
    watches.push(follower);
    await owner.hears('never said');
    await waitUntil('the takeover', () => eventsOf(follower) === 400);
  });

  it('is not taken by a paused process', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const owner = await watch(home);
    await waitUntil('the owner', () => owner.newest()?.phase === 'watching');
    const paused = engines.open(home);
    await paused.start('watching');
    paused.setPaused(true);
    await waitUntil('the pause', () => paused.snapshot().sections.scan.phase === 'paused');
    const follower = await watch(home);
    await owner.end('SIGTERM');
    await append(home, 2);
    await waitUntil('the takeover', () => eventsOf(follower) === 2);
    expect(paused.snapshot().sections.scan.phase).toBe('paused');
    paused.setPaused(false);
    await waitUntil('the end of the pause', () => paused.snapshot().sections.scan.phase === 'following');
    await waitUntil('the line', () => paused.snapshot().sections.usage.week.totals.events === 2);
  });

  it('does not stay with a single report, even when another one is waiting for it', async () => {
    const home = newFolder();
    await writeLog(
      claudeFile(home),
      Array.from({ length: 2_000 }, (_, id) => claudeLine({ id, atMs: Date.now(), padding: 5_000 })).join(''),
    );
    const data = join(home, 'data');
    const reports = [readReport(home, data), readReport(home, data)];
    const watching = startWatch(home, data);
    watches.push(watching);
    for (const report of reports) expect((await report).totals.events).toBe(2_000);
    await append(home, 2_000);
    await waitUntil('the watch to own', () => watching.newest()?.phase === 'watching');
    await waitUntil('the line', () => eventsOf(watching) === 2_001);
    const beside = await runBuiltCli(['report', '--home', home, '--data', data]);
    expect(beside.stderr).toBe('');
  });

  it('passes to a single report when a writer ends before it has read everything', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    // Owns the ledger, and never starts to read.
    const idle = engines.open(home);
    const report = readReport(home, join(home, 'data'));
    setTimeout(() => void engines.stop(idle), 500);
    expect((await report).totals.events).toBe(1);
  });
});
