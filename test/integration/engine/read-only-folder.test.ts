import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { findMountObstacle, toReadOnlyMount } from '../../support/read-only-mount.ts';
import { type PrintedReport, readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
const obstacle = findMountObstacle(tmpdir());

/** A ledger of two responses whose logs are gone; `killed`: the second is only in the log that its writer left. */
async function makeLedger(how: 'closed' | 'killed'): Promise<{ home: string; data: string }> {
  const home = newFolder();
  const data = join(home, 'data');
  for (const id of [1, 2]) {
    await writeLog(claudeFile(home, `archived-${id}`), claudeLine({ id, atMs: Date.now() }));
    if (how === 'closed' || id === 1) await readReport(home, data);
  }
  if (how === 'killed') {
    const watch = startWatch(home, data);
    await waitUntil('both', () => watch.newest()?.week.events === 2);
    await watch.end('SIGKILL');
  }
  await rm(join(home, '.claude', 'projects'), { recursive: true });
  return { home, data };
}

const listTemporary = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('fuelgauge-'));

describe.skipIf(obstacle !== null)(`a ledger on a read-only mount${obstacle === null ? '' : ` (${obstacle})`}`, () => {
  it.each(['closed', 'killed'] as const)('is reported, with the reason why it is not kept up (%s)', async (how) => {
    const { home, data } = await makeLedger(how);
    const before = (await readdir(data)).sort();
    const temporary = newFolder();
    const [program = '', ...prefix] = toReadOnlyMount(data);
    const cli = [process.execPath, join(repositoryRoot, 'dist', 'cli.js'), 'report', '--json'];
    const env = { ...process.env, CLAUDE_CONFIG_DIR: undefined, CODEX_HOME: undefined, TMPDIR: temporary };
    const printed = await run(program, [...prefix, ...cli, '--home', home, '--data', data], { env });
    expect(printed.stderr).toMatch(/not allowed to write to .*data, so it shows what its ledger holds/);
    expect((JSON.parse(printed.stdout) as PrintedReport).totals.events).toBe(2);
    expect((await readdir(data)).sort()).toEqual(before);
    expect(await listTemporary(temporary)).toEqual([]);
  });

  it('is shown by a watch, which does not claim that it is live', async () => {
    const { home, data } = await makeLedger('killed');
    const temporary = newFolder();
    const watch = startWatch(home, data, { prefix: toReadOnlyMount(data), variables: { TMPDIR: temporary } });
    await waitUntil('the ledger', () => watch.newest()?.week.events === 2);
    const line = await waitUntil('the state', () => watch.newest()?.phase === 'failed' && watch.newest());
    expect(line.problems.map(({ id }) => id)).toEqual(['ledger-read-only']);
    await watch.end('SIGTERM');
    expect(await listTemporary(temporary)).toEqual([]);
  });

  it('follows a writer that may write there, and shows what it writes later', async () => {
    const { home, data } = await makeLedger('closed');
    const watch = startWatch(home, data, { prefix: toReadOnlyMount(data) });
    await waitUntil('the ledger', () => watch.newest()?.week.events === 2);
    await writeLog(claudeFile(home), claudeLine({ id: 3, atMs: Date.now() }));
    // Outside of the mount namespace the folder is as ever.
    expect((await readReport(home, data)).totals.events).toBe(3);
    await waitUntil('the third', () => watch.newest()?.week.events === 3);
    await watch.end('SIGTERM');
  });

  it('still says so where there is no ledger to show', async () => {
    const home = newFolder();
    const data = join(home, 'data');
    await mkdir(data);
    const [program = '', ...prefix] = toReadOnlyMount(data);
    const cli = [process.execPath, join(repositoryRoot, 'dist', 'cli.js'), 'report', '--home', home, '--data', data];
    const printed = await run(program, [...prefix, ...cli], {});
    expect(printed.code).toBe(1);
    expect(printed.stderr).toMatch(/not allowed to write/);
  });
});
