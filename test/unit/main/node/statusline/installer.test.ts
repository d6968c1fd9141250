import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStatuslineInstaller, type InstallerOptions } from '../../../../../main/node/statusline/installer.ts';
import type { StatuslineChoice } from '../../../../../shared/domain/statusline-install.ts';
import { claudeCodeStatusline } from '../../../../../shared/sources/claude-code/statusline/agent.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
let home = '';
let file = '';
beforeEach(() => {
  home = newFolder();
  mkdirSync(join(home, '.claude'));
  file = join(home, '.claude', 'settings.json');
  writeFileSync(join(home, 'program.cjs'), '// the program');
});

function createInstaller(given: Partial<InstallerOptions> = {}) {
  return createStatuslineInstaller({
    agent: claudeCodeStatusline,
    environment: { platform: 'linux', home, variables: {}, otherHomes: [] },
    dataFolder: join(home, 'data'),
    otherDataFolder: null,
    workingFolder: null,
    programFile: join(home, 'program.cjs'),
    findProgram: async (copy) => ['/usr/bin/node', copy],
    nowMs: () => 1_780_000_000_000,
    ...given,
  });
}

const read = (): string => readFileSync(file, 'utf8');
const readSettings = () => JSON.parse(read().replace('\ufeff', '')) as Record<string, { readonly command: string }>;
async function install(choice: StatuslineChoice = {}): Promise<string> {
  const installed = await createInstaller().install(choice);
  expect(installed).toMatchObject({ ok: true, value: { state: 'installed' } });
  return readSettings()['statusLine']?.command ?? '';
}

const foreign =
  '{\n  "statusLine": {\n    "type": "command",\n    "command": "~/bin/line.sh",\n    "padding": 0\n  }\n}\n';

describe('installing and uninstalling', () => {
  it.each([
    ['an empty object', '{}'],
    ['nothing but a line feed', '\n'],
    ['no line feed at the end', '{\n  "model": "opus"\n}'],
    ['Windows line ends and tabs', '{\r\n\t"model": "opus",\r\n\t"env": { "A": "b" }\r\n}\r\n'],
    ['one line', '{"model":"opus","statusLine":{"type":"command","command":"a \\"b\\""}}'],
    ['a command of another tool', foreign],
    ['a byte order mark', '\ufeff{ "model": "opus" }'],
    ['no command', '{ "statusLine": null }'],
  ])('gives back the same bytes: %s', async (_name, text) => {
    writeFileSync(file, text);
    await install({ preset: 'full' });
    expect(read()).not.toBe(text);
    expect(await createInstaller().uninstall()).toMatchObject({ ok: true, value: { state: 'absent' } });
    expect(read()).toBe(text);
  });

  it('keeps comments while it is installed, and gives back the same bytes', async () => {
    const text = '// mine\n{\n  // why\n  "model": "opus", /* or */\n}\n';
    writeFileSync(file, text);
    expect((await createInstaller().install({})).ok).toBe(true);
    expect(read()).toMatch(/^\/\/ mine\n\{\n {2}\/\/ why\n {2}"model": "opus", \/\* or \*\/\n {2}"statusLine": \{\n/);
    await createInstaller().uninstall();
    expect(read()).toBe(text);
  });

  it.skipIf(process.platform === 'win32')('leaves the file to those who may use it', async () => {
    writeFileSync(file, '{}');
    chmodSync(file, 0o666);
    await createInstaller().install({});
    expect(statSync(file).mode & 0o777).toBe(0o666);
    await createInstaller().uninstall();
    expect(statSync(file).mode & 0o777).toBe(0o666);
  });

  it('gives back settings of the largest size', async () => {
    const text = `{ "notes": "${'\\\\'.repeat(300_000)}" }`;
    writeFileSync(file, text);
    await install();
    expect(await createInstaller().uninstall()).toMatchObject({ ok: true, value: { state: 'absent' } });
    expect(read()).toBe(text);
    writeFileSync(file, `{ "notes": "${'x'.repeat(1_048_576)}" }`);
    expect(await createInstaller().install({})).toEqual({ ok: false, error: 'not-readable' });
  });

  it('knows its own command by a template of several lines', async () => {
    writeFileSync(file, '{"model":"opus"}');
    await install({ template: '{model}\n{limits}' });
    writeFileSync(file, read().replace('opus', 'haiku'));
    expect(await createInstaller().report()).toMatchObject({ state: 'installed' });
    // Else it would run itself as the person's earlier command.
    await install({ template: '{model}\n{limits}' });
    expect(await createInstaller().report()).toMatchObject({ state: 'installed', previousCommand: null });
    expect(await createInstaller().uninstall()).toMatchObject({ ok: true, value: { state: 'absent' } });
    expect(read()).toBe('{"model":"haiku"}');
  });

  it('creates the file where there is none, and removes it again', async () => {
    await install();
    await createInstaller().uninstall();
    expect(existsSync(file)).toBe(false);
  });

  it('keeps what somebody else has changed since', async () => {
    writeFileSync(file, foreign);
    await install();
    writeFileSync(file, read().replace('{\n', '{\n  "model": "opus",\n'));
    await createInstaller().uninstall();
    expect(read()).toBe(foreign.replace('{\n', '{\n  "model": "opus",\n'));
  });

  it('twice goes back to what was before both, also after a change between them', async () => {
    writeFileSync(file, foreign);
    const first = await install();
    const second = await install({ preset: 'full' });
    expect(second).toBe(first.replace(' --installed', ' --preset full --installed'));
    expect((await createInstaller().report()).previousCommand).toBe('~/bin/line.sh');
    writeFileSync(file, read().replace('{\n', '{\n  "model": "opus",\n'));
    await install();
    await createInstaller().uninstall();
    expect(read()).toBe(foreign.replace('{\n', '{\n  "model": "opus",\n'));
  });

  it('keeps a backup and a copy of the program', async () => {
    writeFileSync(file, foreign);
    await install();
    const folder = join(home, 'data', 'statusline');
    expect(
      readdirSync(join(folder, 'backups')).map((name) => readFileSync(join(folder, 'backups', name), 'utf8')),
    ).toEqual([foreign]);
    expect(readFileSync(join(folder, 'statusline.cjs'), 'utf8')).toBe('// the program');
  });

  it('remembers the earlier command, and keeps what stands beside it', async () => {
    writeFileSync(file, foreign);
    const command = await install({ template: "{model} 'x'", budgetUsd: 20, style: 'powerline' });
    const copy = join(home, 'data', 'statusline', 'statusline.cjs');
    expect(command).toMatch(
      /^\/usr\/bin\/node \S+statusline\.cjs --template '\{model\} '\\''x'\\''' --style powerline --budget 20 --installed [\w-]+$/,
    );
    expect(command).toContain(copy);
    expect(readSettings()['statusLine']).toMatchObject({ type: 'command', padding: 0 });
    expect(await createInstaller().report()).toMatchObject({ previousCommand: '~/bin/line.sh', command });
  });

  it('shows the change before it makes it', async () => {
    writeFileSync(file, foreign);
    const preview = await createInstaller().preview({});
    expect(read()).toBe(foreign);
    const command = await install();
    expect(preview).toEqual({
      ok: true,
      value: { settingsFile: file, command, previousCommand: '~/bin/line.sh', before: foreign, after: read() },
    });
  });

  it('takes the lines of tasks only where nobody has them', async () => {
    await install({ tasks: true });
    expect(readSettings()['subagentStatusLine']?.command).toBe(readSettings()['statusLine']?.command);
    await createInstaller().uninstall();
    const text = '{"subagentStatusLine":{"type":"command","command":"theirs"}}';
    writeFileSync(file, text);
    await install({ tasks: true });
    expect(readSettings()['subagentStatusLine']?.command).toBe('theirs');
    await createInstaller().uninstall();
    expect(read()).toBe(text);
  });
});

describe('a link', () => {
  it.skipIf(process.platform === 'win32')(
    'stays one: the file at its end is changed, with its permissions',
    async () => {
      const target = join(home, 'dotfiles.json');
      writeFileSync(target, foreign, { mode: 0o640 });
      chmodSync(target, 0o640);
      symlinkSync(target, file);
      await install();
      expect(lstatSync(file).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, 'utf8')).toContain('--installed');
      expect(statSync(target).mode & 0o777).toBe(0o640);
      await createInstaller().uninstall();
      expect(readFileSync(target, 'utf8')).toBe(foreign);
    },
  );

  it.skipIf(process.platform === 'win32')('stays one that leads to nothing, before and after', async () => {
    const target = join(home, 'dotfiles', 'settings.json');
    symlinkSync('../dotfiles/settings.json', file);
    await install();
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain('--installed');
    await createInstaller().uninstall();
    expect([lstatSync(file).isSymbolicLink(), existsSync(target)]).toEqual([true, false]);
  });
});

describe('what is not understood', () => {
  it.each([
    ['not-json', '{ "statusLine": '],
    ['not-json', '[]'],
    ['not-understood', '{ "statusLine": "a string" }'],
    ['not-understood', `{ "deep": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`],
    ['not-understood', '{ "statusLine": { "type": "http" } }'],
  ])('is left alone: %s', async (error, text) => {
    writeFileSync(file, text);
    expect(await createInstaller().install({})).toEqual({ ok: false, error });
    expect(read()).toBe(text);
    expect((await createInstaller().uninstall()).ok).toBe(false);
  });

  it('is no text of ours: another encoding, a folder', async () => {
    writeFileSync(file, Buffer.from('{"a":"\u00e4"}', 'latin1'));
    expect(await createInstaller().install({})).toEqual({ ok: false, error: 'not-readable' });
    expect((await createInstaller().report()).state).toBe('unreadable');
  });

  it('is a file that the person made read-only', async () => {
    writeFileSync(file, foreign, { mode: 0o400 });
    expect(await createInstaller().install({})).toEqual({ ok: false, error: 'read-only' });
    expect(read()).toBe(foreign);
    expect((await createInstaller().report()).state).toBe('absent');
  });

  it('is a program that is not there', async () => {
    expect(await createInstaller({ programFile: null }).install({})).toEqual({ ok: false, error: 'no-program' });
    expect(await createInstaller({ findProgram: async () => null }).preview({})).toEqual({
      ok: false,
      error: 'no-program',
    });
  });
});

describe('what somebody else did since', () => {
  it('is noticed, and not fought', async () => {
    await install();
    writeFileSync(file, '{}');
    expect((await createInstaller().report()).state).toBe('removed');
    writeFileSync(file, foreign);
    expect(await createInstaller().report()).toMatchObject({ state: 'replaced', command: '~/bin/line.sh' });
    expect((await createInstaller().uninstall()).ok).toBe(true);
    expect(read()).toBe(foreign);
  });

  it('is undone by another installation, whose line comes first again', async () => {
    await install();
    writeFileSync(file, foreign);
    await install();
    expect((await createInstaller().report()).previousCommand).toBe('~/bin/line.sh');
    await createInstaller().uninstall();
    expect(read()).toBe(foreign);
  });

  it('can be another installation of ours, which is not taken over by accident', async () => {
    await install();
    const other = createInstaller({ dataFolder: join(home, 'other'), otherDataFolder: join(home, 'other') });
    expect((await other.report()).state).toBe('elsewhere');
    expect(await other.install({})).toEqual({ ok: false, error: 'elsewhere' });
    expect(await other.uninstall()).toEqual({ ok: false, error: 'not-installed' });
    expect(await other.install({ replace: true })).toMatchObject({ ok: true });
    await other.uninstall();
    // As before both: there was no file.
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['beside it', "it's data"],
    ['in a folder that was moved', 'moved'],
  ])(
    "keeps the person's own line where another installation is taken over, whose record is %s",
    async (_where, folder) => {
      writeFileSync(file, foreign);
      const first = createInstaller({ dataFolder: join(home, folder) });
      expect(await first.install({})).toMatchObject({ ok: true });
      const dataFolder = join(home, 'other');
      if (folder === 'moved') renameSync(join(home, folder), dataFolder);
      const other = createInstaller({ dataFolder, otherDataFolder: dataFolder });
      expect(await other.install({ replace: true })).toMatchObject({
        ok: true,
        value: { previousCommand: '~/bin/line.sh' },
      });
      const taken = read();
      if (folder !== 'moved') expect(await first.uninstall()).toMatchObject({ ok: true });
      expect(read()).toBe(taken);
      await other.uninstall();
      expect(read()).toBe(foreign);
    },
  );
});

describe('the copy of the program', () => {
  it('follows an update', async () => {
    await install();
    const copy = join(home, 'data', 'statusline', 'statusline.cjs');
    writeFileSync(join(home, 'program.cjs'), '// a newer one');
    await createInstaller().refreshProgram();
    expect(readFileSync(copy, 'utf8')).toBe('// a newer one');
    await createInstaller({ programFile: null }).refreshProgram();
    expect(readFileSync(copy, 'utf8')).toBe('// a newer one');
  });
});

describe('a report', () => {
  it('says what keeps the line from being shown', async () => {
    writeFileSync(file, '{"disableAllHooks": true}');
    const project = newFolder();
    mkdirSync(join(project, '.claude'));
    const stronger = join(project, '.claude', 'settings.local.json');
    writeFileSync(stronger, '{"statusLine": {"command": "x"}}');
    expect(await createInstaller({ workingFolder: project }).report()).toMatchObject({
      isHidden: true,
      strongerFile: stronger,
    });
  });
});
