import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNotificationServer } from '../../support/desktop/notification-server.ts';
import { startTrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayHost } from '../../support/desktop/tray-host.ts';
import { toEnvironment } from '../../support/electron.ts';
import { findFreePort } from '../../support/find-free-port.ts';
import { providePackagedApp } from '../../support/packaged-app.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';

describe.runIf(hasTestDesktop)('the packaged app', () => {
  let temporary: string;
  let home: string;
  let folder: string;
  let program: string;
  let host: TrayHost | undefined;

  beforeAll(async () => {
    ({ folder, program } = await providePackagedApp());
    temporary = await mkdtemp(join(tmpdir(), 'fuelgauge-packaged-'));
    home = join(temporary, 'home');
    await mkdir(home);
  });
  afterAll(async () => {
    host?.close();
    await rm(temporary, { recursive: true, force: true, maxRetries: 10 });
  });

  const start = (...args: string[]) => {
    const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = spawn(program, [...rootOnly, '--disable-gpu', ...args], { env: toEnvironment(home), cwd: home });
    const output = Promise.all([text(app.stdout), text(app.stderr)]);
    return { app, output, exited: once(app, 'exit') as Promise<[code: number | null, signal: string | null]> };
  };

  it('can run nothing but itself', async () => {
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

  it('contains one language, no unpacked app folder, and only one picture beside its archive', async () => {
    expect(await readdir(join(folder, 'locales'))).toEqual(['en-US.pak']);
    expect(await readdir(join(folder, 'resources'))).not.toContain('app');
    const unpacked = await readdir(join(folder, 'resources', 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    });
    expect(unpacked.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['icon.png']);
  });

  it('starts hidden, shows its tray icon and quits from its menu', async () => {
    const desktop = (host = await startTrayHost());
    const { app, exited } = start(`--user-data-dir=${join(temporary, 'data')}`, '--hidden');
    try {
      const item = await desktop.waitForItem({ pid: app.pid ?? -1 });
      expect(await item.readStatus()).toBe('Active');
      expect(await item.waitForToolTip((tip) => tip !== '')).toContain('Fuelgauge');
      const menu = await item.openMenu();
      const quit = (await menu.readLabels()).find((label) => label.startsWith('Quit'));
      await menu.click(quit ?? 'Quit');
      expect(await exited).toEqual([0, null]);
    } finally {
      app.kill('SIGKILL');
    }
  });

  it('shows a notification where there is no terminal', async () => {
    const notifications = await startNotificationServer();
    const { exited } = start('--inspect');
    const { title, body } = await notifications.waitFor();
    expect([title, body]).toEqual(['Fuelgauge', expect.stringContaining('does not start with --inspect:')]);
    expect(await exited).toEqual([2, null]);
    notifications.stop();
  });

  it.each([
    ['--remote-debugging-port=PORT'],
    ['-remote-debugging-port=PORT'],
    [' --remote-debugging-port=PORT'],
    ['\t--remote-debugging-port=PORT'],
    ['--remote-debugging-pipe'],
    ['--inspect=PORT'],
    ['--inspect-brk=PORT'],
    ['--js-flags=--expose-gc'],
    ['--load-extension=/tmp'],
    ['--disable-web-security'],
    ['--proxy-server=127.0.0.1:1'],
    ['--host-resolver-rules=MAP * 127.0.0.1'],
  ])('refuses to start with %s, and says so', async (template) => {
    const port = await findFreePort();
    const data = join(temporary, 'refused');
    const { app, output, exited } = start(template.replace('PORT', String(port)), `--user-data-dir=${data}`);
    let wasReachable = false;
    const knocking = setInterval(() => {
      const socket = connect(port, '127.0.0.1');
      socket.on('connect', () => {
        wasReachable = true;
        socket.destroy();
      });
      socket.on('error', () => undefined);
    }, 5);
    const limit = setTimeout(() => app.kill('SIGKILL'), 120_000);
    expect(await exited).toEqual([2, null]);
    clearTimeout(limit);
    clearInterval(knocking);
    expect(wasReachable).toBe(false);
    expect((await output).join('')).toContain(`does not start with ${template.split('=')[0]?.trim()}:`);
    // It exited before any of its own code ran.
    expect(existsSync(join(data, 'logs'))).toBe(false);
  });
});
