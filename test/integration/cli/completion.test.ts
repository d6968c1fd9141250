import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { completionShells } from '../../../main/node/cli/completion/scripts.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
let file = '';

beforeAll(async () => {
  file = join(newFolder(), 'completion');
  writeFileSync(file, (await runCliInProcess(['completion', 'bash'])).stdout);
});

/** What bash offers for a line whose last word is being typed, by the functions that it calls itself. */
function complete(...words: readonly string[]): readonly string[] {
  const program = [
    'source "$1"; shift',
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
    '_fuelgauge',
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', program, 'bash', file, 'fuelgauge', ...words], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

// The bash of macOS is from 2007 and has no `mapfile`.
describe.skipIf(!hasShell('bash') || process.platform !== 'linux')('completion in bash', () => {
  it('offers the commands that begin like the word', () => {
    expect(complete('s')).toEqual(expect.arrayContaining(['sessions', 'serve', 'status', 'statusline', 'sources']));
    expect(complete('sess')).toEqual(['sessions']);
  });

  it('offers the commands and words of a command, wherever options stand', () => {
    expect(complete('--json', 'prices', 'e')).toEqual(['explain']);
    expect(complete('completion', '')).toEqual([...completionShells]);
  });

  it('offers the options of a command and those of all, and none of another', () => {
    expect(complete('report', '--b')).toEqual(['--by', '--breakdown']);
    expect(complete('report', '--js')).toEqual(['--json']);
    expect(complete('blocks', '--b')).toEqual([]);
  });

  it('offers the values of an option', () => {
    expect(complete('report', '--by', 'm')).toEqual(['month', 'model']);
    expect(complete('status', '--format', '')).toEqual(['text', 'json', 'waybar']);
    expect(complete('report', '--order', 'd')).toEqual(['desc']);
  });
});

describe('completion', () => {
  it.each(completionShells)('names every command and option for %s', async (shell) => {
    const { code, stdout } = await runCliInProcess(['completion', shell]);
    expect(code).toBe(0);
    for (const name of ['report', 'sessions', 'statusline', 'prices']) expect(stdout).toContain(name);
    for (const name of ['breakdown', 'exclude-project', 'token-limit', 'cost-mode']) expect(stdout).toContain(name);
    if (hasShell(shell) && shell !== 'powershell') {
      expect(spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('refuses a shell that it does not know', async () => {
    expect((await runCliInProcess(['completion', 'tcsh'])).code).toBe(2);
  });
});
