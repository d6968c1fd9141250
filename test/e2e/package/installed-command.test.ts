import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';

/** The command that an installer put on this system; the workflow `platforms.yml` names it. */
const command = process.env['FUELGAUGE_INSTALLED'] ?? '';

describe.runIf(command !== '')('the installed command line', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fuelgauge-installed-'));
    await mkdir(join(folder, 'home'));
    const lines = [1, 2, 3].map((id) => claudeLine({ id, atMs: Date.now() - id * 60_000 }));
    await writeLog(claudeFile(join(folder, 'home')), lines.join(''));
  });
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

  const run = (program: string, args: readonly string[]) =>
    new Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }>((resolve) => {
      // A script of the command interpreter can be started by that alone.
      const shell = program.endsWith('.cmd');
      const env = { ...process.env, CLAUDE_CONFIG_DIR: undefined, TZ: 'UTC' };
      execFile(shell ? `"${program}"` : program, args, { shell, env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
      );
    });
  const report = (data: string) => ['report', '--json', '--home', join(folder, 'home'), '--data', join(folder, data)];

  it('has the version of this checkout', async () => {
    const manifest = await readFile(join(repositoryRoot, 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await run(command, ['--version'])).toEqual({
      code: 0,
      stdout: expect.stringContaining(version),
      stderr: '',
    });
  });

  it('counts what the command line of this checkout counts', async () => {
    const [installed, own] = [
      await run(command, report('installed')),
      await run(process.execPath, [join(repositoryRoot, 'dist', 'cli.js'), ...report('own')]),
    ];
    const withoutTime = (output: string): unknown => ({ ...JSON.parse(output), generatedAt: null });
    expect(withoutTime(installed.stdout)).toEqual(withoutTime(own.stdout));
    expect(JSON.parse(installed.stdout)).toMatchObject({ totals: { events: 3 } });
    expect(installed.code).toBe(0);
  });

  it('says what is wrong with a command, with its own exit code', async () => {
    const { code, stderr } = await run(command, ['no-such-command']);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown command');
  });
});
