import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { startTrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayHost } from '../../support/desktop/tray-host.ts';
import { toEnvironment } from '../../support/electron.ts';

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  let temporary: string;
  let folder: string;
  let program: string;
  let host: TrayHost | undefined;

  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'fuelgauge-packaged-'));
    // What vitest says of itself in the environment must not turn this into a build for tests.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name)),
    );
    const packaging = await run(process.execPath, ['build/package.ts', '--dir', '--output', temporary], { env });
    expect(packaging, packaging.stderr).toMatchObject({ code: 0 });
    folder = join(temporary, 'linux-unpacked');
    program = join(folder, 'fuelgauge');
  });
  afterAll(async () => {
    host?.close();
    await rm(temporary, { recursive: true, force: true });
  });

  it('can be used for nothing but itself', async () => {
    const wire = await getCurrentFuseWire(program);
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
  });

  it('carries one language and no loose app folder', async () => {
    expect(await readdir(join(folder, 'locales'))).toEqual(['en-US.pak']);
    expect(await readdir(join(folder, 'resources'))).not.toContain('app');
  });

  it('starts hidden, shows its tray icon, lets nobody inspect it and quits from its menu', async () => {
    const desktop = (host = await startTrayHost());
    const home = join(temporary, 'home');
    await mkdir(home);
    const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [
      ...rootOnly,
      '--disable-gpu',
      `--user-data-dir=${join(temporary, 'data')}`,
      '--inspect=0',
      '--hidden',
    ];
    const app = spawn(program, args, { env: toEnvironment(home), cwd: home });
    const output = Promise.all([text(app.stdout), text(app.stderr)]);
    const exited = once(app, 'exit');
    try {
      const item = await desktop.waitForItem({ pid: app.pid ?? -1, timeoutMs: 30_000 });
      expect(await item.readStatus()).toBe('Active');
      expect(await item.waitForToolTip((tip) => tip !== '')).toContain('Fuelgauge');
      const menu = await item.openMenu();
      const quit = (await menu.readLabels()).find((label) => label.startsWith('Quit'));
      await menu.click(quit ?? 'Quit');
      expect(await exited).toEqual([0, null]);
    } finally {
      app.kill('SIGKILL');
    }
    expect((await output).join('\n')).not.toContain('Debugger listening');
  });
});
