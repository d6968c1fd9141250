import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { openSettingsStore } from '../../../../main/electron/settings-store.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { createRecordingLogger } from '../../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const nowMs = (): number => Date.UTC(2026, 4, 1, 12);
let open: typeof openSettingsStore;

beforeAll(async () => {
  // The electron package wants to download Electron when it is imported outside of it; the real store runs without.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
  open = (await import('../../../../main/electron/settings-store.ts')).openSettingsStore;
});

function openFolder(text?: string) {
  const folder = createFolder();
  const file = path.join(folder, 'settings.json');
  if (text !== undefined) writeFileSync(file, text);
  return { folder, file, store: open({ dataFolder: folder, nowMs, logger: createRecordingLogger() }) };
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('openSettingsStore', () => {
  it('starts with the defaults, and says that it is the first run', () => {
    const { store } = openFolder();
    expect(store.get()).toEqual(defaultSettings);
    expect([store.isFirstRun(), store.problems()]).toEqual([true, []]);
  });

  it('stores what changes, tells of it, and keeps names that it does not know', () => {
    const { file, store } = openFolder('{"theme":"dark","fromTheFuture":{"a.b":1}}');
    const told: unknown[] = [];
    store.onChange((settings) => told.push(settings));
    const updated = store.update({ thresholdsPercent: [90, 50], launchAtLogin: undefined });
    expect(updated).toEqual({ ok: true, value: { ...defaultSettings, theme: 'dark', thresholdsPercent: [50, 90] } });
    expect(told).toEqual([store.get()]);
    expect(store.isFirstRun()).toBe(false);
    expect(readJson(file)).toEqual({ theme: 'dark', fromTheFuture: { 'a.b': 1 }, thresholdsPercent: [90, 50] });
  });

  it('replaces single bad values by their defaults, in the app and not in the file', () => {
    const { file, store } = openFolder('{"theme":"pink","plan":"pro"}');
    expect(store.get()).toEqual({ ...defaultSettings, plan: 'pro' });
    expect(store.problems()).toMatchObject([
      { id: 'settings-values', parameters: { complaints: [{ setting: 'theme', received: '"pink"' }] } },
    ]);
    expect(readJson(file)).toEqual({ theme: 'pink', plan: 'pro' });
    store.update({ theme: 'dark' });
    expect(store.problems()).toEqual([]);
  });

  it.each(['{"theme":', '[1]', 'null', ''])('sets a file aside that holds %j', (text) => {
    const { folder, store } = openFolder(text);
    const aside = 'settings.invalid-2026-05-01T12-00-00-000Z.json';
    expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(text);
    expect(store.get()).toEqual(defaultSettings);
    expect(store.problems()).toMatchObject([{ id: 'settings-invalid', parameters: { setAsideName: aside } }]);
    expect(store.update({ theme: 'light' })).toMatchObject({ ok: true, value: { theme: 'light' } });
    expect(readJson(path.join(folder, 'settings.json'))).toMatchObject({ theme: 'light' });
  });

  it('writes what held so far when the file is broken while the app runs', () => {
    const { folder, file, store } = openFolder('{"plan":"pro"}');
    writeFileSync(file, '{{{');
    expect(store.update({ theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark', plan: 'pro' } });
    expect(readJson(file)).toMatchObject({ theme: 'dark', plan: 'pro' });
    expect(readdirSync(folder).filter((name) => name.startsWith('settings.invalid-'))).toHaveLength(1);
  });

  it('says so when the file cannot be written', () => {
    const { file, store } = openFolder();
    mkdirSync(path.join(file, 'in-the-way'), { recursive: true });
    writeFileSync(path.join(path.dirname(file), 'settings.invalid-2026-05-01T12-00-00-000Z.json'), 'taken');
    expect(store.update({ theme: 'dark' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('settings.json'),
    });
    expect(store.get().theme).toBe('system');
  });
});
