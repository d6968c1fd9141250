import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLoginItem } from '../../../../../main/electron/login/login-item.ts';
import type { LoginItemSystem } from '../../../../../main/electron/login/system-login-item.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const noSystem: LoginItemSystem = {
  setLoginItemSettings: () => undefined,
  getLoginItemSettings: () => {
    throw new Error('not on Linux');
  },
};

const create = (homeFolder: string, variables = {}) =>
  createLoginItem({
    app: noSystem,
    platform: 'linux',
    homeFolder,
    variables,
    command: ['/opt/fuel gauge/fuelgauge'],
  });

describe('createLoginItem on Linux', () => {
  it('writes and removes an autostart entry, and leaves nothing else behind', async () => {
    const home = createFolder();
    const folder = path.join(home, '.config', 'autostart');
    const item = create(home);
    expect(await item.isOn()).toBe(false);
    expect(await item.set(true)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(path.join(folder, 'fuelgauge.desktop'), 'utf8')).toContain(
      'Exec="/opt/fuel gauge/fuelgauge" --hidden\n',
    );
    expect(await item.isOn()).toBe(true);
    expect(await item.set(false)).toEqual({ ok: true, value: undefined });
    expect(await item.set(false)).toEqual({ ok: true, value: undefined });
    expect([await item.isOn(), readdirSync(folder)]).toEqual([false, []]);
  });

  it('follows XDG_CONFIG_HOME, and starts an AppImage by its own file', async () => {
    const config = createFolder();
    const item = create('/nowhere', {
      XDG_CONFIG_HOME: config,
      APPIMAGE: '/home/x/Fuelgauge-1.AppImage',
    });
    await item.set(true);
    const file = path.join(config, 'autostart', 'fuelgauge.desktop');
    expect(readFileSync(file, 'utf8')).toContain('Exec=/home/x/Fuelgauge-1.AppImage --hidden\n');
  });

  it('updates an entry that is on, and no other', async () => {
    const config = createFolder();
    const file = path.join(config, 'autostart', 'fuelgauge.desktop');
    const item = create('/nowhere', { XDG_CONFIG_HOME: config });
    await item.refresh();
    expect(existsSync(file)).toBe(false);
    mkdirSync(path.dirname(file));
    writeFileSync(file, '[Desktop Entry]\nExec=/old\n');
    await item.refresh();
    expect(readFileSync(file, 'utf8')).toContain('/opt/fuel gauge/fuelgauge');
    writeFileSync(file, '[Desktop Entry]\nExec=/old\nHidden=true\n');
    await item.refresh();
    expect(readFileSync(file, 'utf8')).toContain('/old');
  });

  it('reports when the folder cannot be created', async () => {
    const home = createFolder();
    writeFileSync(path.join(home, '.config'), 'a file in the way');
    const item = create(home);
    expect(await item.set(true)).toEqual({
      ok: false,
      error: {
        kind: 'login-item-file-not-written',
        file: expect.stringMatching(/fuelgauge\.desktop$/),
        code: expect.stringMatching(/^E/),
      },
    });
  });
});
