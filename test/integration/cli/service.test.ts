import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const canVerify = process.platform === 'linux' && existsSync('/usr/bin/systemd-analyze');

/** A systemctl that knows one service, and reports this test's process as its main process. */
const standIn = `#!/bin/sh
echo "$*" >> "$STATE/told"
case "$*" in
  *restart*) touch "$STATE/active" ;;
  *disable*) rm -f "$STATE/active" ;;
  *show*) if [ -e "$STATE/active" ]; then printf 'ActiveState=active\\nMainPID=4242\\n'; else printf 'ActiveState=inactive\\nMainPID=0\\n'; fi ;;
esac
`;

describe.skipIf(process.platform !== 'linux')('fuelgauge service', () => {
  it(`installs a unit that systemd accepts, and gives back what was before${canVerify ? '' : ' (unverified)'}`, async () => {
    const folder = makeFolder();
    const [home, programs, state] = ['home 50% "x"', 'programs', 'state'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const each of [home, programs, state]) mkdirSync(each);
    writeFileSync(join(programs, 'systemctl'), standIn);
    chmodSync(join(programs, 'systemctl'), 0o755);
    const env = {
      ...process.env,
      ...{ HOME: home, XDG_CONFIG_HOME: undefined, STATE: state, PATH: `${programs}:${process.env['PATH']}` },
      ...{ CODEX_HOME: join(folder, 'codex $HOME %h'), FUELGAUGE_TOKEN: 'a-secret-that-stays-here' },
    };
    const service = (...args: readonly string[]) => runBuiltCli(['service', ...args], { env });

    const { code, stdout, stderr } = await service('install', '--port', '8123', '--yes');
    const unit = join(home, '.config/systemd/user/fuelgauge.service');
    const text = readFileSync(unit, 'utf8');
    expect([code, stdout.includes(text.trimEnd())]).toEqual([0, true]);
    expect(stderr).toContain('FUELGAUGE_TOKEN');
    expect(stdout + stderr + text).not.toContain('a-secret-that-stays-here');
    if (canVerify) {
      const verified = await run('systemd-analyze', ['verify', '--user', '--man=no', unit], {
        env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: state },
      });
      expect([verified.code, verified.stderr.split('\n').filter((line) => line.includes('fuelgauge'))]).toEqual([
        0,
        [],
      ]);
    }
    expect(JSON.parse((await service('status', '--json')).stdout)).toEqual({
      ...{
        schema: 'fuelgauge.service.v1',
        manager: 'systemd',
        file: unit,
        isInstalled: true,
        isRunning: true,
        pid: 4242,
      },
    });

    expect((await service('uninstall', '--yes')).code).toBe(0);
    expect(readFileSync(join(state, 'told'), 'utf8')).toContain('--user disable --now fuelgauge.service');
    expect(readdirSync(home, { recursive: true }).filter((name) => String(name).includes('systemd'))).toEqual([]);
  });
});
