import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../../../build/lib/paths.ts';
import { findRefusedSwitches } from '../../../../../main/electron/security/launch-switches.ts';
import { findCommandLine } from '../../../../../main/node/cli/launcher-arguments.ts';

const launchers = ['linux.sh', 'macos.sh', 'windows.cmd'];

/** What a launcher passes before the arguments of the command line. */
function readSwitches(launcher: string): readonly string[] {
  const text = readFileSync(join(repositoryRoot, 'build', 'launchers', launcher), 'utf8');
  const line = /^.*fuelgauge(?:-app|\.exe)?" (--.*) -- (?:"\$@"|%\*)$/im.exec(text.replaceAll('\r', ''))?.[1] ?? '';
  return line.split(' ');
}

describe('the arguments of the command line', () => {
  it.each(launchers)('follow what %s passes', (launcher) => {
    const switches = readSwitches(launcher);
    expect(switches).toContain('--command-line');
    expect(findCommandLine([...switches, '--', 'report', '--json', '--', '-x'])).toEqual([
      'report',
      '--json',
      '--',
      '-x',
    ]);
    expect(findCommandLine([...switches, '--'])).toEqual([]);
  });

  it('are none when the app is started', () => {
    expect(findCommandLine([])).toBeNull();
    expect(findCommandLine(['--hidden'])).toBeNull();
    expect(findCommandLine(['--hidden', '--', '--command-line'])).toBeNull();
    expect(findCommandLine(['--command-line'])).toBeNull();
  });

  it('do not open the app to switches that it refuses: with one more, it is the app that starts, and refuses', () => {
    for (const added of ['--remote-debugging-port=1', '--inspect', '--hidden', '--ozone-platform=wayland', 'report']) {
      const args = ['--no-sandbox', '--command-line', added, '--', 'report'];
      expect(findCommandLine(args)).toBeNull();
      expect(findRefusedSwitches({ args, platform: 'linux', isRoot: false })).toContain('--command-line');
    }
  });
});
