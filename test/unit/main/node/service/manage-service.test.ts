import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineService } from '../../../../../main/node/service/define-service.ts';
import {
  installService,
  planServiceInstall,
  planServiceUninstall,
  readServiceStatus,
  uninstallService,
} from '../../../../../main/node/service/manage-service.ts';
import type { RunCommand } from '../../../../../main/node/service/run-command.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** A systemd that carries out commands, or refuses those that match. */
function prepare(refuses: RegExp = /^$/) {
  const folder = makeFolder();
  const home = join(folder, 'home');
  mkdirSync(home);
  const told: string[] = [];
  let isActive = false;
  const run: RunCommand = async (command) => {
    const text = command.slice(2).join(' ');
    told.push(text);
    if (refuses.test(text)) return { isDone: false, output: '', complaint: 'no bus' };
    if (text.startsWith('restart')) isActive = true;
    if (text.startsWith('disable')) isActive = false;
    return {
      isDone: true,
      output: `ActiveState=${isActive ? 'active' : 'inactive'}\nMainPID=${isActive ? 7 : 0}\n`,
      complaint: '',
    };
  };
  const build = (port: string) => ({
    service: defineService(
      {
        command: ['/n/node', '/x/cli.js', 'serve', '--port', port],
        variables: {},
        dataFolder: folder,
        description: 'F',
      },
      { platform: 'linux', home, variables: {}, otherHomes: [] },
      0,
    ),
    recordFile: join(folder, 'service.json'),
    run,
  });
  const install = async (port = '1') => {
    const parts = build(port);
    const planned = await planServiceInstall(parts);
    return planned.ok ? installService(parts, planned.value) : planned;
  };
  const uninstall = async () => {
    const planned = await planServiceUninstall(build('1'));
    return planned.ok ? uninstallService(build('1'), planned.value) : planned;
  };
  const { file } = build('1').service;
  return {
    folder,
    home,
    told,
    file,
    run,
    build,
    install,
    uninstall,
    list: () => readdirSync(folder, { recursive: true }),
  };
}

describe('a service', () => {
  it('is written, started, and taken back with everything that was made for it', async () => {
    const { told, file, build, install, uninstall, list } = prepare();
    const before = list();
    expect(await install()).toEqual({ ok: true, value: null });
    expect(told).toEqual(['daemon-reload', 'enable fuelgauge.service', 'restart fuelgauge.service']);
    expect(readFileSync(file, 'utf8')).toBe(build('1').service.text);
    expect(await readServiceStatus(build('1'))).toEqual({
      isInstalled: true,
      isRunning: true,
      pid: 7,
      complaint: null,
    });
    expect(await uninstall()).toEqual({ ok: true, value: null });
    expect(told.slice(4)).toContain('disable --now fuelgauge.service');
    expect(told.at(-1)).toBe('daemon-reload');
    expect(list()).toEqual(before);
    expect(await uninstall()).toEqual({ ok: false, error: { kind: 'not-installed' } });
    expect((await readServiceStatus(build('1'))).isInstalled).toBe(false);
  });

  it('leaves the folders and the files that were there', async () => {
    const { file, install, uninstall, list } = prepare();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(join(dirname(file), 'other.service'), 'x');
    const before = list();
    await install();
    await uninstall();
    expect(list()).toEqual(before);
  });

  it('is replaced by another choice, and still taken back as a whole', async () => {
    const { file, told, install, uninstall, list } = prepare();
    const before = list();
    await install('1');
    told.length = 0;
    expect((await install('2')).ok).toBe(true);
    expect(told[0]).toBe('disable --now fuelgauge.service');
    expect(readFileSync(file, 'utf8')).toContain('"--port" "2"');
    await uninstall();
    expect(list()).toEqual(before);
  });

  it('that the manager refuses leaves nothing behind', async () => {
    const { install, list, told } = prepare(/^restart/);
    const before = list();
    expect(await install()).toEqual({
      ok: false,
      error: { kind: 'manager', program: 'systemctl', complaint: 'no bus' },
    });
    expect(list()).toEqual(before);
    expect(told.slice(-2)).toEqual(['disable --now fuelgauge.service', 'daemon-reload']);
  });

  it('that the manager refuses gives back the one of before', async () => {
    const { file, install, told, build } = prepare();
    await install('1');
    const refusing = { ...build('2'), run: prepare(/^enable/).run };
    const planned = await planServiceInstall(refusing);
    expect(planned.ok && (await installService(refusing, planned.value)).ok).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(build('1').service.text);
    expect(told).not.toEqual([]);
    expect((await install('1')).ok).toBe(true);
  });

  it('of somebody else is left alone, and so is a link', async () => {
    const { file, folder, install, told } = prepare();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'theirs');
    expect(await install()).toEqual({ ok: false, error: { kind: 'foreign' } });
    expect([readFileSync(file, 'utf8'), told]).toEqual(['theirs', []]);
    const linked = prepare();
    mkdirSync(dirname(linked.file), { recursive: true });
    symlinkSync(join(folder, 'target'), linked.file);
    expect(await linked.install()).toEqual({ ok: false, error: { kind: 'not-readable' } });
    expect(existsSync(join(folder, 'target'))).toBe(false);
  });

  it('that somebody has changed is not overwritten, but can be removed', async () => {
    const { file, install, uninstall, list } = prepare();
    const before = list();
    await install();
    writeFileSync(file, `${readFileSync(file, 'utf8')}# mine\n`);
    expect(await install('2')).toEqual({ ok: false, error: { kind: 'foreign' } });
    expect((await uninstall()).ok).toBe(true);
    expect(list()).toEqual(before);
  });

  it('is not removed while its manager cannot be asked', async () => {
    const { file, build, install } = prepare();
    await install();
    const parts = { ...build('1'), run: prepare(/./).run };
    const planned = await planServiceUninstall(parts);
    expect(planned.ok && (await uninstallService(parts, planned.value))).toMatchObject({ error: { kind: 'manager' } });
    expect(existsSync(file)).toBe(true);
  });

  it('whose file is gone already is forgotten', async () => {
    const { file, home, install, uninstall, list } = prepare();
    const before = list();
    await install();
    rmSync(join(home, '.config'), { recursive: true });
    expect(existsSync(file)).toBe(false);
    expect((await uninstall()).ok).toBe(true);
    expect(list()).toEqual(before);
  });
});
