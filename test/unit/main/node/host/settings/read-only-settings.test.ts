import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../../../main/node/host/settings/read-only-settings.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

async function read(prepare: (file: string) => void) {
  const folder = createFolder();
  const file = path.join(folder, 'settings.json');
  prepare(file);
  const before = readdirSync(folder);
  const settings = await readSettings(folder, {});
  expect(readdirSync(folder)).toEqual(before);
  return { settings, file };
}

describe('readSettings', () => {
  it('reads a file, gives overrides precedence, and changes nothing', async () => {
    const folder = createFolder();
    writeFileSync(path.join(folder, 'settings.json'), '{"theme":"dark","timeZone":"Europe/Berlin"}');
    const settings = await readSettings(folder, { timeZone: 'UTC' });
    expect(settings.get()).toEqual({ ...defaultSettings, theme: 'dark', timeZone: 'UTC' });
    expect(settings.problems()).toEqual([]);
    expect(await settings.update({ theme: 'light' })).toMatchObject({ ok: false });
  });

  it('has the defaults where there is no file, or no folder', async () => {
    expect((await read(() => undefined)).settings.problems()).toEqual([]);
    const settings = await readSettings('/dev/null/nowhere', {});
    expect([settings.get(), settings.problems(), settings.isFirstRun()]).toEqual([defaultSettings, [], true]);
  });

  it.each(['{"theme":', '[1]', 'null', ''])('does not change a file that contains %j, and reports it', async (text) => {
    const { settings, file } = await read((path) => writeFileSync(path, text));
    expect(settings.get()).toEqual(defaultSettings);
    expect(settings.problems()).toMatchObject([{ id: 'settings-invalid', parameters: { file, setAsideName: null } }]);
  });

  it('names values that cannot be used', async () => {
    const { settings } = await read((file) => writeFileSync(file, '{"theme":"pink"}'));
    expect(settings.problems()).toMatchObject([{ id: 'settings-values' }]);
  });

  it('does not read a folder', async () => {
    const { settings } = await read((file) => mkdirSync(file));
    expect(settings.problems()).toMatchObject([{ id: 'settings-unreadable' }]);
  });

  it.runIf(process.platform !== 'win32')('does not wait for the writer of a named pipe', async () => {
    const { settings } = await read((file) => execFileSync('mkfifo', [file]));
    expect(settings.problems()).toMatchObject([{ id: 'settings-unreadable' }]);
  });
});
