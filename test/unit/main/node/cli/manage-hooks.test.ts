import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeEngine, runWith } from '../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
afterEach(() => void vi.unstubAllEnvs());
const files = [
  ['claude-code', '.claude/settings.json'],
  ['codex', '.codex/hooks.json'],
] as const;
const own = '{\r\n  // mine\r\n  "hooks": { "Stop": [{ "hooks": [] }] },\r\n  "x": 1\r\n}';

function prepare(file: string, text: string | null) {
  const folder = makeFolder();
  const path = join(folder, 'home', file);
  mkdirSync(dirname(path), { recursive: true });
  if (text !== null) writeFileSync(path, text, { mode: 0o640 });
  const folders = ['--home', join(folder, 'home'), '--data', join(folder, 'data')];
  const run = (args: readonly string[], answer: string | null = null) =>
    runWith(
      createFakeEngine(),
      ['guard', ...args, ...folders],
      answer === null ? null : { columns: 80, rows: 20, answer },
    );
  return { path, run, read: () => readFileSync(path, 'utf8') };
}

describe.each(files)('the hooks of %s', (agent, file) => {
  it('are shown first and written after a yes; the same bytes come back', async () => {
    const { path, run, read } = prepare(file, own);
    // Less than was asked for, where the umask takes more.
    const { mode } = statSync(path);
    const declined = await run(['install', agent], 'n');
    expect([declined.exitCode, read()]).toEqual([1, own]);
    expect(declined.stdout).toMatch(/^\+ .*fuelgauge hook /m);
    expect((await run(['install', agent], 'y')).exitCode).toBe(0);
    expect(read()).toMatch(new RegExp(`// mine[\\s\\S]*"fuelgauge hook ${agent} --data `));
    expect(statSync(path).mode).toBe(mode);
    await run(['install', agent, '-y']);
    expect((await run(['uninstall', agent, '-y'])).exitCode).toBe(0);
    expect(read()).toBe(own);
  });

  it('come with a warning where the agent would not find the command', async () => {
    const folder = makeFolder();
    vi.stubEnv('PATH', folder);
    const { run } = prepare(file, '{}');
    expect((await run(['install', agent, '-y'])).stderr).toContain('not on the PATH');
    const [name, text] = process.platform === 'win32' ? ['fuelgauge.cmd', 'rem'] : ['fuelgauge', '#!/bin/sh'];
    writeFileSync(join(folder, name), text, { mode: 0o755 });
    expect((await run(['install', agent, '-y'])).stderr).not.toContain('PATH');
  });

  it('go again from a file that was made for them, and alone from one that has changed since', async () => {
    const made = prepare(file, null);
    await made.run(['install', agent, '-y']);
    await made.run(['uninstall', agent, '-y']);
    expect(existsSync(made.path)).toBe(false);
    const { path, run, read } = prepare(file, '{}\n');
    await run(['install', agent, '-y']);
    writeFileSync(path, read().replace('{\n', '{\n  "later": true,\n'));
    await run(['uninstall', agent, '-y']);
    expect(JSON.parse(read())).toEqual({ later: true });
  });

  it('are not written into what is not understood, nor without a terminal to ask on', async () => {
    const { run, read } = prepare(file, '[]');
    const refused = await run(['install', agent, '-y']);
    expect([refused.exitCode, read()]).toEqual([1, '[]']);
    const unknown = await prepare(file, '{}').run(['uninstall', agent]);
    expect([unknown.exitCode, unknown.stderr]).toEqual([1, expect.stringContaining('Fuelgauge did not install this')]);
    const unasked = prepare(file, '{}');
    expect([(await unasked.run(['install', agent])).exitCode, unasked.read()]).toEqual([1, '{}']);
  });
});
