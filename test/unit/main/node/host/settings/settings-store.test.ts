import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFileWriter, type WriteSettings } from '../../../../../../main/node/host/settings/file-writer.ts';
import { openSettingsStore } from '../../../../../../main/node/host/settings/settings-store.ts';
import { createProblem } from '../../../../../../shared/domain/problem.ts';
import type { Settings } from '../../../../../../shared/settings/schema.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const nowMs = (): number => Date.UTC(2026, 4, 1, 12);
const writers: Record<string, (file: string) => WriteSettings> = { file: createFileWriter };

beforeAll(async () => {
  // The electron package downloads Electron when it is imported outside of it; the real store works without.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
  const { createElectronStoreWriter } = await import('../../../../../../main/electron/settings/settings-writer.ts');
  writers['electron-store'] = createElectronStoreWriter;
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe.each(['file', 'electron-store'])('openSettingsStore with the writer %s', (writer) => {
  const open = (folder: string) =>
    openSettingsStore({
      dataFolder: folder,
      nowMs,
      logger: createRecordingLogger(),
      createWriter: writers[writer]!,
    });

  async function openFolder(text?: string) {
    const folder = createFolder();
    const file = path.join(folder, 'settings.json');
    if (text !== undefined) writeFileSync(file, text);
    return { folder, file, store: await open(folder) };
  }

  it('starts with the defaults, and reports that it is the first run', async () => {
    const { store } = await openFolder();
    expect(store.get()).toEqual(defaultSettings);
    expect([store.isFirstRun(), store.problems()]).toEqual([true, []]);
  });

  it('welcomes in a new folder without writing a file, until a change is stored', async () => {
    const { folder, file, store } = await openFolder();
    const openWelcoming = () =>
      openSettingsStore({
        dataFolder: folder,
        nowMs,
        logger: createRecordingLogger(),
        createWriter: writers[writer]!,
        welcomes: true,
      });
    expect(store.get().desktop.showsWelcome).toBe(false);
    const welcoming = await openWelcoming();
    expect([welcoming.get().desktop.showsWelcome, existsSync(file)]).toEqual([true, false]);
    await welcoming.update({ theme: 'dark' });
    expect(welcoming.get()).toMatchObject({ theme: 'dark', desktop: { showsWelcome: true } });
    await welcoming.update({ desktop: defaultSettings.desktop });
    const later = await openWelcoming();
    expect([later.get().theme, later.get().desktop.showsWelcome]).toEqual(['dark', false]);
  });

  it('stores changes, reports them, and keeps unknown names', async () => {
    const { file, store } = await openFolder('{"theme":"dark","fromTheFuture":{"a.b":1}}');
    const heard: unknown[] = [];
    store.onChange((settings) => heard.push(settings));
    const updated = await store.update({ thresholdsPercent: [90, 50], launchAtLogin: undefined });
    expect(updated).toEqual({ ok: true, value: { ...defaultSettings, theme: 'dark', thresholdsPercent: [50, 90] } });
    expect(heard).toEqual([store.get()]);
    expect(store.isFirstRun()).toBe(false);
    expect(readJson(file)).toEqual({ theme: 'dark', fromTheFuture: { 'a.b': 1 }, thresholdsPercent: [90, 50] });
  });

  it('makes changes one after another', async () => {
    const { file, store } = await openFolder();
    await Promise.all([
      store.update({ theme: 'dark' }),
      store.update({ plan: 'pro' }),
      store.update({ theme: 'light' }),
    ]);
    expect(readJson(file)).toEqual({ theme: 'light', plan: 'pro' });
    expect(store.get()).toMatchObject({ theme: 'light', plan: 'pro' });
  });

  it('replaces single bad values by their defaults, in the app and not in the file', async () => {
    const { file, store } = await openFolder('{"theme":"pink","plan":"pro"}');
    expect(store.get()).toEqual({ ...defaultSettings, plan: 'pro' });
    expect(store.problems()).toMatchObject([
      { id: 'settings-values', parameters: { complaints: [{ setting: 'theme', received: '"pink"' }] } },
    ]);
    expect(readJson(file)).toEqual({ theme: 'pink', plan: 'pro' });
    await store.update({ theme: 'dark' });
    expect(store.problems()).toEqual([]);
  });

  it.each(['{"theme":', '[1]', 'null', ''])('sets a file aside that contains %j', async (text) => {
    const { folder, store } = await openFolder(text);
    const aside = 'settings.invalid-2026-05-01T12-00-00-000Z.json';
    expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(text);
    expect(store.get()).toEqual(defaultSettings);
    expect(store.problems()).toMatchObject([{ id: 'settings-invalid', parameters: { setAsideName: aside } }]);
    expect(await store.update({ theme: 'light' })).toMatchObject({ ok: true, value: { theme: 'light' } });
    expect(readJson(path.join(folder, 'settings.json'))).toMatchObject({ theme: 'light' });
  });

  it('keeps changes in memory beside a damaged file that cannot be moved, and says so once', async () => {
    const folder = createFolder();
    writeFileSync(path.join(folder, 'settings.json'), '{');
    // Where it would be moved to.
    mkdirSync(path.join(folder, 'settings.invalid-2026-05-01T12-00-00-000Z.json', 'taken'), { recursive: true });
    const store = await open(folder);
    expect(store.problems().map(({ id }) => id)).toEqual(['settings-unusable']);
    expect(await store.update({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(store.get().theme).toBe('dark');
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe('{');
  });

  it('writes the current settings when the file is damaged while the app is running', async () => {
    const { folder, file, store } = await openFolder('{"plan":"pro"}');
    writeFileSync(file, '{{{');
    expect(await store.update({ theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark', plan: 'pro' } });
    expect(readJson(file)).toMatchObject({ theme: 'dark', plan: 'pro' });
    expect(readdirSync(folder).filter((name) => name.startsWith('settings.invalid-'))).toHaveLength(1);
  });

  it('leaves nothing half-written beside the file', async () => {
    const { folder, store } = await openFolder();
    await store.update({ theme: 'dark' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('reports when the file cannot be written', async () => {
    const { file, store } = await openFolder();
    mkdirSync(path.join(file, 'in-the-way'), { recursive: true });
    writeFileSync(path.join(path.dirname(file), 'settings.invalid-2026-05-01T12-00-00-000Z.json'), 'taken');
    expect(await store.update({ theme: 'dark' })).toEqual({ ok: false, error: { kind: 'not-written' } });
    expect(store.get().theme).toBe('system');
  });
});

describe('both writers', () => {
  it('read and continue each other’s file', async () => {
    const folder = createFolder();
    const openWith = (writer: string) =>
      openSettingsStore({ dataFolder: folder, nowMs, logger: createRecordingLogger(), createWriter: writers[writer]! });
    await (await openWith('electron-store')).update({ theme: 'dark', currency: { code: 'EUR', perUsd: 0.9 } });
    const second = await openWith('file');
    await second.update({ plan: 'pro' });
    const third = await openWith('electron-store');
    expect(third.get()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      plan: 'pro',
      currency: { code: 'EUR', perUsd: 0.9 },
    });
    const text = readFileSync(path.join(folder, 'settings.json'), 'utf8');
    await third.update({ plan: 'pro' });
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe(text);
  });
});

describe('a store that follows its file', () => {
  it('takes over what somebody else saves while it follows, and keeps its settings where that cannot be used', async () => {
    const folder = createFolder();
    const file = path.join(folder, 'settings.json');
    writeFileSync(file, '{"theme": "dark", "own": 1}');
    const createWriter = writers['electron-store']!;
    const store = await openSettingsStore({ dataFolder: folder, nowMs, logger: createRecordingLogger(), createWriter });
    const heard: Settings[] = [];
    store.onChange((settings) => void heard.push(settings));
    const stop = store.follow!();
    try {
      writeFileSync(file, '{"theme": "light", "own": 1}');
      await waitUntil('the change', () => store.get().theme === 'light');
      // An editor that writes another file, and renames it.
      writeFileSync(`${file}~`, '{"theme": "dark", "own": 1, "notifications": "loud"}');
      renameSync(`${file}~`, file);
      await waitUntil('the problem', () => store.problems().length > 0);
      expect(store.problems()).toEqual([createProblem('settings-not-applied', { file })]);
      expect(store.get().theme).toBe('light');
      writeFileSync(file, '{"theme": "dark", "own": 1}');
      await waitUntil('the repair', () => store.get().theme === 'dark' && store.problems().length === 0);
      expect(heard).toHaveLength(3);
      // What it writes itself is no news, and nothing is rewritten that somebody else wrote.
      expect(readFileSync(file, 'utf8')).toBe('{"theme": "dark", "own": 1}');
      await store.update({ theme: 'light' });
      await delay(500);
      expect([heard.length, readJson(file)]).toEqual([4, { theme: 'light', own: 1 }]);
    } finally {
      stop();
    }
  });

  it('takes over a file that is written by hand where there was none', async () => {
    const folder = createFolder();
    const file = path.join(folder, 'settings.json');
    const createWriter = writers['file']!;
    const store = await openSettingsStore({ dataFolder: folder, nowMs, logger: createRecordingLogger(), createWriter });
    const stop = store.follow!();
    try {
      writeFileSync(path.join(folder, 'ledger.db'), 'another file');
      writeFileSync(file, '{"theme": "dark"}');
      await waitUntil('the first settings', () => store.get().theme === 'dark');
      // From now on it is the file that is watched.
      writeFileSync(file, '{"theme": "light"}');
      await waitUntil('the change', () => store.get().theme === 'light');
      renameSync(file, `${file}.old`);
      await delay(500);
      renameSync(`${file}.old`, file);
      writeFileSync(file, '{"theme": "dark"}');
      await waitUntil('the file that came back', () => store.get().theme === 'dark');
    } finally {
      stop();
    }
  });
});
