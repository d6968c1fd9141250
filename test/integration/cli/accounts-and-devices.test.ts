import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import type { PrintedReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const account = '0c2e7f4a-5b1d-4c3e-9f80-1a2b3c4d5e6f';
const atMs = Date.UTC(2026, 4, 1, 10);
let folders: readonly string[] = [];

/** Lines of one session with these responses. */
const toLines = (ids: readonly number[], session: string): string =>
  ids
    .map((id) =>
      claudeLine({ id, atMs: atMs + id, session, project: '/home/ada/shop', model: 'claude-opus-4-8', input: 1 }),
    )
    .join('');

// Three responses on this machine, one of which is also in the copy of an old laptop; two more are only there, in a
// session of the desktop app, whose folder names the account.
beforeAll(async () => {
  const folder = createFolder();
  const [home, data, laptop] = ['home', 'data', 'laptop'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  folders = ['--home', home, '--data', data, '--timezone', 'UTC'];
  await writeLog(claudeFile(home), toLines([1, 2, 3], 'here'));
  const session = path.join(laptop, 'local-agent-mode-sessions', account, 'org', 'local_12345678');
  await writeLog(path.join(laptop, 'projects', '-home-ada-shop', 'here.jsonl'), toLines([3], 'here'));
  await writeLog(path.join(session, '.claude', 'projects', '-home-ada-shop', 'app.jsonl'), toLines([4, 5], 'app'));
  const extraLogFolders = ['projects', 'local-agent-mode-sessions'].map((name) => ({
    source: 'claude-code',
    path: path.join(laptop, name),
    device: 'old-laptop',
  }));
  await writeLog(path.join(data, 'settings.json'), JSON.stringify({ extraLogFolders }));
});

async function print(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCliInProcess([...args, ...folders]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const read = async (...args: readonly string[]) => JSON.parse(await print(...args, '--json')) as PrintedReport;
const keysOf = ({ rows }: PrintedReport) => Object.fromEntries(rows.map(({ key, events }) => [key, events]));

describe('accounts and devices', () => {
  it('group a report, and count a response of two machines once', async () => {
    const byDevice = await read('report', '--by', 'device');
    expect(keysOf(byDevice)).toEqual({ local: 2, 'old-laptop': 3 });
    expect(byDevice.totals.events).toBe(5);
    expect(keysOf(await read('report', '--by', 'account'))).toEqual({ '(unknown)': 3, [account]: 2 });
    expect(await print('report', '--by', 'device')).toContain('This machine');
    expect(await print('report', '--by', 'account')).toContain('Unknown ');
    const contract = await read('report', '--by', 'device', '--schema', '2');
    expect(contract.rows.map(({ key }) => key)).toEqual([null, 'old-laptop']);
  });

  it.each([
    [['--device', 'local'], 2],
    [['--device', 'old-*'], 3],
    [['--device', 'local', '--device', 'old-laptop'], 5],
    [['--account', account], 2],
    [['--account', `${account.slice(0, 8)}*`, '--device', 'local'], 0],
    [['--account', '*'], 2],
  ])('filter reports and sessions: %j leave %d events', async (args, events) => {
    const report = await read('report', ...args);
    expect(report.totals.events).toBe(events);
    const sessions = await read('sessions', ...args);
    expect(sessions.totals).toEqual(report.totals);
    expect(sessions.rows.reduce((sum, row) => sum + row.events, 0)).toBe(events);
  });

  it('filter the same way over the contract', async () => {
    const totals = await read('call', 'totals', JSON.stringify({ devices: 'old-laptop', accounts: account }));
    expect(totals).toMatchObject({ events: 2 });
  });

  it('say in the help what they take', async () => {
    const help = await print('report', '--help');
    for (const option of ['--account <glob>', '--device <glob>']) expect(help).toContain(option);
  });
});
