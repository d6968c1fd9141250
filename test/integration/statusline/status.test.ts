import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { makeFacts, makeFactWindow } from '../../support/make-status.ts';
import { builtCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
let data = '';
beforeEach(() => void (data = newFolder()));

function run(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: '/nowhere', TZ: 'UTC', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtCli, 'status', '--data', data, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Writes the file as a host does; this test's own process stands for a host that runs. */
function writeFacts(ageMs: number, hostPid: number | null): void {
  const nowMs = Date.now();
  const window = makeFactWindow({ label: null, usedPercent: 96, resetsAtMs: nowMs + 3e8, trustedUntilMs: nowMs + 3e8 });
  mkdirSync(join(data, 'statusline'), { recursive: true });
  const facts = makeFacts({ writtenAtMs: nowMs - ageMs, hostPid, windows: [window], blocks: [] });
  writeFileSync(join(data, 'statusline', 'state.json'), JSON.stringify(facts));
}

describe('fuelgauge status', () => {
  it('says that nothing is known, and lets hosts know that somebody reads', () => {
    const { status, stdout, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('fuelgauge status --read');
    expect(existsSync(join(data, 'statusline'))).toBe(true);
  });

  it('is one line from the file, marked as old when its host has ended', () => {
    writeFacts(3_600_000, process.pid);
    expect(run('--template', '{limit.top:short}').stdout).toMatch(/^week 96%▲?\n$/);
    writeFacts(3_600_000, null);
    expect(run('--compact').stdout).toMatch(/^week 96%.* \(1h 0m old\)\n$/);
    expect(JSON.parse(run('--format', 'waybar').stdout)).toMatchObject({ class: 'stale', percentage: 96 });
    expect(JSON.parse(run('--json').stdout)).toMatchObject({ schema: 'fuelgauge.status.v1', hostRuns: false });
  });

  it('refuses a widget that does not exist, and other wrong usage', () => {
    expect(run('--template', '{no-such}')).toMatchObject({ status: 2, stdout: '' });
    expect(run('--format', 'xml')).toMatchObject({ status: 2, stdout: '' });
  });

  it('reads the logs when it is told to', async () => {
    const args = ['status', '--data', data, '--home', newFolder(), '--read', '--json'];
    const { code, stdout, stderr } = await runCliInProcess(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'fuelgauge.status.v1', windows: [], today: { tokens: 0 } });
  });
});
