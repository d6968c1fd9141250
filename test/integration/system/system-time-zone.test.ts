import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';

const moduleFile = join(repositoryRoot, 'main/node/system/system-time-zone.ts');

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  return execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** A mount of our own over /etc takes root, and a kernel that allows it. */
function canChangeZone(): boolean {
  try {
    if (!existsSync('/usr/share/zoneinfo/Asia/Tokyo')) return false;
    run('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs tmpfs /etc'], { PATH: process.env['PATH'] });
    return true;
  } catch {
    return false;
  }
}

describe('readSystemTimeZone', () => {
  it('is the zone of TZ where that is set, and leaves it as it is', () => {
    const script = `import { readSystemTimeZone } from ${JSON.stringify(moduleFile)};
      console.log(readSystemTimeZone(), readSystemTimeZone(), process.env.TZ);`;
    const env = { PATH: process.env['PATH'], TZ: 'Asia/Tokyo' };
    expect(run(process.execPath, ['--input-type=module', '-e', script], env)).toBe('Asia/Tokyo Asia/Tokyo Asia/Tokyo');
  });

  it.runIf(process.platform === 'linux' && canChangeZone())('follows the system while the program runs', () => {
    const script = `import { symlinkSync, rmSync } from 'node:fs';
      import { readSystemTimeZone } from ${JSON.stringify(moduleFile)};
      const set = (zone) => {
        rmSync('/etc/localtime', { force: true });
        symlinkSync('/usr/share/zoneinfo/' + zone, '/etc/localtime');
      };
      set('Asia/Tokyo');
      const first = readSystemTimeZone();
      set('America/New_York');
      const kept = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      console.log(first, kept, readSystemTimeZone(), 'TZ' in process.env);`;
    const shell = `mount -t tmpfs tmpfs /etc && exec "$0" --input-type=module -e "$1"`;
    const output = run('unshare', ['-m', 'sh', '-c', shell, process.execPath, script], { PATH: process.env['PATH'] });
    expect(output).toBe('Asia/Tokyo Asia/Tokyo America/New_York false');
  });
});
