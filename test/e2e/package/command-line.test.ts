import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { providePackagedApp } from '../../support/packaged-app.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';

describe.runIf(hasTestDesktop)('the command line of the packaged app', () => {
  let temporary: string;
  let home: string;
  let command: string;

  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'fuelgauge-command-'));
    home = join(temporary, 'home');
    await mkdir(home);
    // As on a PATH: a link somewhere else.
    command = join(temporary, 'fuelgauge');
    await symlink((await providePackagedApp()).commandLine, command);
    const lines = [1, 2, 3].map((id) => claudeLine({ id, atMs: Date.now() - id * 60_000 }));
    await writeLog(claudeFile(home), lines.join(''));
  });
  afterAll(() => rm(temporary, { recursive: true, force: true, maxRetries: 10 }));

  // No screen, no session bus.
  const environment = (): Record<string, string> => ({ HOME: home, PATH: process.env['PATH'] ?? '', TZ: 'UTC' });
  const fuelgauge = (...args: string[]) => run(command, args, { env: environment() });

  it('answers as the command line of a checkout does, and writes nothing else', async () => {
    const args = ['report', '--json', '--since', '2026-01-01'];
    const packaged = await fuelgauge(...args, '--data', join(temporary, 'packaged'));
    const script = join(repositoryRoot, 'dist', 'cli.js');
    const own = await run(process.execPath, [script, ...args, '--data', join(temporary, 'own')], {
      env: environment(),
    });
    const withoutTime = (output: string): unknown => ({ ...JSON.parse(output), generatedAt: null });
    expect(withoutTime(packaged.stdout)).toEqual(withoutTime(own.stdout));
    expect(JSON.parse(packaged.stdout)).toMatchObject({ totals: { events: 3 } });
    expect([packaged.code, packaged.stderr]).toEqual([own.code, own.stderr]);
    expect((await readdir(home)).sort()).toEqual(['.claude']);
  });

  it('ends with the codes of the command line', async () => {
    const version = await fuelgauge('--version');
    const { version: wanted } = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect([version.code, version.stdout, version.stderr]).toEqual([0, `${wanted}\n`, '']);
    const wrong = await fuelgauge('no-such-command');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toMatch(/^fuelgauge: unknown command/);
    // Chromium's own switches are the command line's business here, and unknown to it.
    expect((await fuelgauge('report', '--remote-debugging-port=0')).code).toBe(2);
    const full = openSync('/dev/full', 'w');
    const child = spawn(command, ['doctor'], { env: environment(), stdio: ['ignore', full, 'pipe'] });
    const complaint = child.stderr === null ? '' : await text(child.stderr);
    closeSync(full);
    expect(complaint).toContain('the disk is full');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(1);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('watches until %s', async (signal) => {
    const child = spawn(command, ['watch', '--json'], { env: environment() });
    const exited = once(child, 'exit');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
    expect(first.toString()).toContain('fuelgauge.watch.v1');
  });

  it('starts no other process', async () => {
    const trace = join(temporary, 'trace');
    const traced = ['-f', '-e', 'trace=execve', '-o', trace, command, '--version'];
    expect((await run('strace', traced, { env: environment() })).code).toBe(0);
    const started = [...(await readFile(trace, 'utf8')).matchAll(/execve\("([^"]+)".* = 0$/gm)].map(([, path]) => path);
    // The launcher and the two programs with which it finds the app, which then takes its place.
    expect(started.map((path) => path?.split('/').at(-1))).toEqual([
      'fuelgauge',
      'readlink',
      'dirname',
      'fuelgauge-app',
    ]);
  });
});
