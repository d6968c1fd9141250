import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { builtCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
let home = '';
let file = '';
beforeEach(() => {
  home = newFolder();
  mkdirSync(join(home, '.claude'));
  file = join(home, '.claude', 'settings.json');
});

function manage(...args: readonly string[]) {
  const env = { ...process.env, CLAUDE_CONFIG_DIR: undefined, NO_COLOR: '1' };
  const all = [builtCli, 'statusline', ...args, '--home', home, '--data', join(home, 'data')];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, cwd: home, input: '', encoding: 'utf8' });
  return { status, stdout, stderr };
}

const readCommand = (): string =>
  (JSON.parse(readFileSync(file, 'utf8')) as { statusLine: { command: string } }).statusLine.command;

describe('fuelgauge statusline install', () => {
  it('shows the change and makes none without a yes', () => {
    writeFileSync(file, '{}\n');
    const { status, stdout, stderr } = manage('install');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'fuelgauge: Nothing was changed. To change the file without a question, add --yes.\n',
    });
    expect(stdout).toContain(`The change in ${file}:\n- {}\n+ {\n+   "statusLine": {\n`);
    expect(readFileSync(file, 'utf8')).toBe('{}\n');
    expect(existsSync(join(home, 'data', 'statusline'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('writes a command that works, after the person’s own one', () => {
    const before = '{\n  "statusLine": { "type": "command", "command": "read -r line; echo \\"mine ${#line}\\"" }\n}\n';
    writeFileSync(file, before);
    expect(manage('install', '--yes', '--template', '{model}')).toMatchObject({ status: 0, stderr: '' });
    const payload = JSON.stringify({ session_id: 's', model: { display_name: "Opus 'x'" } });
    const drawn = spawnSync(readCommand(), {
      shell: true,
      input: payload,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect(drawn.stdout).toBe(`mine ${payload.length}\nOpus 'x'\n`);
    expect(JSON.parse(manage('status', '--json').stdout)).toMatchObject({
      schema: 'fuelgauge.statusline.v1',
      value: { state: 'installed', settingsFile: file },
    });
    expect(manage('uninstall', '--yes')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(manage('uninstall', '--yes')).toMatchObject({ status: 1 });
  });

  it.skipIf(process.platform === 'win32')('does not wait for an earlier command that hangs', () => {
    writeFileSync(file, '{ "statusLine": { "type": "command", "command": "echo first; sleep 60" } }');
    manage('install', '--yes', '--template', '{model}');
    const payload = JSON.stringify({ model: { display_name: 'Opus' } });
    const drawn = spawnSync(readCommand(), {
      shell: true,
      input: payload,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect(drawn.stdout).toBe('first\nOpus\n');
  });

  it('refuses a widget that does not exist, and settings that it does not understand', () => {
    expect(manage('install', '--yes', '--template', '{nope}')).toMatchObject({ status: 2 });
    writeFileSync(file, '{ "statusLine": 7 }');
    const { status, stderr } = manage('install', '--yes');
    expect([status, stderr]).toEqual([
      1,
      'fuelgauge: The status line in the settings has a form that Fuelgauge does not know, so it was left alone.\n',
    ]);
  });
});

describe('fuelgauge statusline preview', () => {
  it('draws the line and shows the change', () => {
    const { status, stdout } = manage('preview', '--template', '{model} {effort}');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^The line with made-up figures:\nOpus 5\.5 high\n\nThe change in /);
  });
});
