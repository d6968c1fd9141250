import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askLoginShell, lacksProfileVariables } from '../../../main/node/system/login-shell.ts';
import { listRootVariables, withProfileVariables } from '../../../main/node/system/profile-variables.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { waitUntil } from '../../support/wait-until.ts';

const bash = '/bin/bash';
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'fuelgauge-profile-'));
});
afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 10 }));

function setProfile(...lines: readonly string[]): void {
  writeFileSync(join(home, '.bash_profile'), `${lines.join('\n')}\n`);
}

function ask(options: Partial<Parameters<typeof askLoginShell>[0]> = {}) {
  const environment = { HOME: home, PATH: '/usr/bin:/bin' };
  // A shell may take seconds to start on a busy machine.
  const usual = { names: ['CODEX_HOME', 'CLAUDE_CONFIG_DIR'], shell: bash, environment, timeoutMs: 60_000 };
  return askLoginShell({ ...usual, ...options });
}

describe.runIf(existsSync(bash))('the login shell', () => {
  it('tells what the profile sets, whatever else that prints', async () => {
    setProfile(
      'echo "welcome"; printf "a\\0b\\0"',
      'export CODEX_HOME="/home/ada/my codex"',
      'export SECRET_KEY=hush',
      'CLAUDE_CONFIG_DIR=$(printf "/x/\\nüber")',
      'trap "echo bye" EXIT',
    );
    expect(await ask()).toEqual({ CODEX_HOME: '/home/ada/my codex', CLAUDE_CONFIG_DIR: '/x/\nüber' });
    expect(await ask({ names: ['NOT_SET'] })).toEqual({});
  });

  it('is given up when its profile does not end, together with what that has started', async () => {
    const started = join(home, 'started');
    setProfile(`(while true; do date +%N > ${started}; sleep 0.05; done) & sleep 60`);
    const startedAt = performance.now();
    expect(await ask({ timeoutMs: 700 })).toEqual({});
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await waitUntil('the loop has ended', async () => {
      const { mtimeMs } = await import('node:fs').then(({ statSync }) => statSync(started));
      return Date.now() - mtimeMs > 500;
    });
  });

  it('answers although a program of the profile keeps running', async () => {
    setProfile('export CODEX_HOME=/c', 'sleep 60 &');
    expect(await ask()).toEqual({ CODEX_HOME: '/c' });
  });

  it('is not believed when it floods its output', async () => {
    setProfile('yes | head -c 3000000', 'export CODEX_HOME=/c');
    expect(await ask()).toEqual({});
  });

  it.each(['/bin/tcsh', 'bash', '/nowhere/bash', ''])('is not asked when it is %j', async (shell) => {
    expect(await ask({ shell })).toEqual({});
  });

  it('expands no name that is not one', async () => {
    setProfile('export A=1');
    expect(await ask({ names: ['A', 'B"; touch "$HOME/broken', '$(touch x)'] })).toEqual({ A: '1' });
    expect(existsSync(join(home, 'broken'))).toBe(false);
  });
});

describe('variables of a profile', () => {
  const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

  it('are missing where no terminal started the program', () => {
    expect(lacksProfileVariables('darwin', {})).toBe(true);
    expect(lacksProfileVariables('linux', { TERM: 'dumb' })).toBe(true);
    expect(lacksProfileVariables('linux', { TERM: 'xterm-256color' })).toBe(false);
    expect(lacksProfileVariables('win32', {})).toBe(false);
  });

  it('are those that the agents look at', () => {
    const names = listRootVariables(sources, host);
    expect(names).toEqual(
      expect.arrayContaining(['CLAUDE_CONFIG_DIR', 'CODEX_HOME', 'GEMINI_CLI_HOME', 'CRUSH_GLOBAL_DATA']),
    );
    expect(names.every((name) => /^[A-Z_]+$/.test(name))).toBe(true);
  });

  it.runIf(existsSync(bash))('are added to those that the program has', async () => {
    setProfile('export CODEX_HOME=/from-profile CLAUDE_CONFIG_DIR=/from-profile');
    const variables = { CODEX_HOME: '/given' };
    const environment = { HOME: home, SHELL: bash, PATH: '/usr/bin:/bin' };
    const found = await withProfileVariables({ ...host, variables }, sources, environment);
    expect(found.variables).toMatchObject({ CODEX_HOME: '/given', CLAUDE_CONFIG_DIR: '/from-profile' });
    const inTerminal = await withProfileVariables(host, sources, { ...environment, TERM: 'xterm' });
    expect(inTerminal).toBe(host);
  });
});
