import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  createSystemLoginItem,
  wasOpenedAtLogin,
  type LoginItemSystem,
} from '../../../../../main/electron/login/system-login-item.ts';

type Asked = Parameters<LoginItemSystem['setLoginItemSettings']>[0];

/** A system with one login item, which returns `overrides` for every query. */
function createSystem(overrides: Readonly<Record<string, unknown>> = {}) {
  const asked: Asked[] = [];
  const read: unknown[] = [];
  let openAtLogin = false;
  const system = {
    setLoginItemSettings(settings: Asked) {
      asked.push(settings);
      openAtLogin = settings.openAtLogin ?? false;
    },
    getLoginItemSettings(options: unknown) {
      read.push(options);
      return { openAtLogin, ...overrides };
    },
  } as unknown as LoginItemSystem;
  return { system, asked, read };
}

const build = (
  system: LoginItemSystem,
  platform: NodeJS.Platform,
  command: readonly [string, ...string[]] = ['C:\\Programs\\Fuelgauge.exe'],
) => createSystemLoginItem({ system, platform, command, argumentsAtLogin: ['--hidden'] });

describe('the Windows login item', () => {
  it('starts the app hidden, and is read as it was written', async () => {
    const { system, asked, read } = createSystem({ executableWillLaunchAtLogin: true });
    const item = build(system, 'win32');
    expect(await item.set(true)).toEqual({ ok: true, value: undefined });
    const written = { path: 'C:\\Programs\\Fuelgauge.exe', args: ['--hidden'] };
    expect(asked).toEqual([{ openAtLogin: true, ...written }]);
    expect(read).toContainEqual(written);
  });

  it('is off when it is switched off in the Task Manager', async () => {
    const { system } = createSystem({ openAtLogin: true, executableWillLaunchAtLogin: false });
    expect(await build(system, 'win32').isOn()).toBe(false);
  });

  it('starts Electron with the app in development', async () => {
    const { system, asked } = createSystem();
    await build(system, 'win32', ['C:\\electron.exe', 'C:\\my code\\fuelgauge']).set(true);
    expect(asked).toEqual([
      { openAtLogin: true, path: 'C:\\electron.exe', args: ['"C:\\my code\\fuelgauge"', '--hidden'] },
    ]);
  });
});

describe('the macOS login item', () => {
  it('is switched on and off, without arguments', async () => {
    const { system, asked } = createSystem();
    const item = build(system, 'darwin');
    expect([await item.set(true), await item.isOn()]).toEqual([{ ok: true, value: undefined }, true]);
    expect([await item.set(false), await item.isOn()]).toEqual([{ ok: true, value: undefined }, false]);
    expect(asked).toEqual([{ openAtLogin: true }, { openAtLogin: false }]);
  });

  it('reports that it needs approval, or that it was refused', async () => {
    const waiting = createSystem({ openAtLogin: false, status: 'requires-approval' });
    expect(await build(waiting.system, 'darwin').set(true)).toEqual({
      ok: false,
      error: { kind: 'login-item-needs-approval' },
    });
    const refused = createSystem({ openAtLogin: false, status: 'not-found' });
    expect(await build(refused.system, 'darwin').set(true)).toEqual({
      ok: false,
      error: { kind: 'login-item-not-added' },
    });
  });

  it('is not created for Electron itself, in development', async () => {
    const { system, asked } = createSystem();
    const item = build(system, 'darwin', ['/Electron.app/Contents/MacOS/Electron', '/code/fuelgauge']);
    expect(await item.set(true)).toMatchObject({ ok: false });
    expect([asked, await item.isOn()]).toEqual([[], false]);
  });
});

describe('wasOpenedAtLogin', () => {
  it('asks macOS only', () => {
    const { system } = createSystem({ wasOpenedAtLogin: true });
    const app = system as unknown as App;
    expect([wasOpenedAtLogin(app, 'darwin'), wasOpenedAtLogin(app, 'win32')]).toEqual([true, false]);
  });
});
