import { describe, expect, it } from 'vitest';
import { createSettingsChanger } from '../../../../../main/electron/settings/change-settings.ts';
import type { LoginItem } from '../../../../../main/electron/login/login-item-port.ts';
import { fail, ok } from '../../../../../shared/lib/result.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import type { SettingsStore } from '../../../../../shared/settings/settings-store.ts';
import type { Settings } from '../../../../../shared/settings/schema.ts';

interface Situation {
  readonly isOn?: boolean;
  readonly refusesLogin?: boolean;
  readonly refusesWriting?: boolean;
  readonly stored?: boolean;
  readonly shortcut?: string;
}

function build(options: Situation = {}) {
  const state = { isOn: options.isOn ?? false, refreshed: 0 };
  const desktop = { ...defaultSettings.desktop, shortcut: options.shortcut ?? null };
  let settings: Settings = { ...defaultSettings, desktop, launchAtLogin: options.stored ?? false };
  const loginItem: LoginItem = {
    isOn: async () => state.isOn,
    async set(isOn) {
      if (options.refusesLogin) return fail({ kind: 'login-item-not-added' });
      state.isOn = isOn;
      return ok(undefined);
    },
    refresh: async () => void (state.refreshed += 1),
  };
  const store: SettingsStore = {
    get: () => settings,
    async update(patch) {
      if (options.refusesWriting) return fail({ kind: 'not-written' });
      settings = { ...settings, ...patch };
      return ok(settings);
    },
    onChange: () => () => undefined,
    problems: () => [],
    isFirstRun: () => false,
  };
  const keys: (string | null)[] = [];
  const shortcut = {
    set(accelerator: string | null) {
      if (accelerator === 'Alt+F4') return false;
      keys.push(accelerator);
      return true;
    },
  };
  return { state, store, keys, changer: createSettingsChanger(store, loginItem, shortcut) };
}

describe('createSettingsChanger', () => {
  it('switches the login item and stores the rest with it', async () => {
    const { state, store, changer } = build();
    expect(await changer.change({ launchAtLogin: true, theme: 'dark' })).toMatchObject({ ok: true });
    expect(state.isOn).toBe(true);
    expect(store.get()).toMatchObject({ launchAtLogin: true, theme: 'dark' });
  });

  it('changes nothing when the system refuses', async () => {
    const { store, changer } = build({ refusesLogin: true });
    expect(await changer.change({ launchAtLogin: true, theme: 'dark' })).toEqual(
      fail({ kind: 'login-item-not-added' }),
    );
    expect(store.get()).toEqual(defaultSettings);
  });

  it('switches back when the settings cannot be stored', async () => {
    const { state, changer } = build({ refusesWriting: true });
    expect(await changer.change({ launchAtLogin: true })).toEqual(fail({ kind: 'not-written' }));
    expect(state.isOn).toBe(false);
  });

  it('takes keys with the setting, and gives them back when it is not stored', async () => {
    const desktop = { ...defaultSettings.desktop, shortcut: 'Alt+F' };
    const { keys, changer, store } = build();
    expect(await changer.change({ desktop: { ...desktop, shortcut: 'Alt+F4' } })).toEqual(
      fail({ kind: 'shortcut-taken' }),
    );
    expect(await changer.change({ desktop })).toMatchObject({ ok: true });
    expect([keys, store.get().desktop.shortcut]).toEqual([['Alt+F'], 'Alt+F']);
    const readOnly = build({ refusesWriting: true });
    await readOnly.changer.change({ desktop });
    expect(readOnly.keys).toEqual(['Alt+F', null]);
  });

  it('changes other settings while another program has the shortcut', async () => {
    const { changer, store } = build({ shortcut: 'Alt+F4' });
    const desktop = { ...store.get().desktop, showsWelcome: false, gauge: true };
    expect(await changer.change({ desktop })).toMatchObject({ ok: true });
    expect(store.get().desktop).toEqual(desktop);
  });

  it('makes changes one after another', async () => {
    const { state, store, changer } = build();
    await Promise.all([changer.change({ launchAtLogin: true }), changer.change({ launchAtLogin: false })]);
    expect([state.isOn, store.get().launchAtLogin]).toEqual([false, false]);
  });

  it.each([
    { isOn: true, stored: false, refreshed: 0 },
    { isOn: false, stored: true, refreshed: 0 },
    { isOn: true, stored: true, refreshed: 1 },
  ])('adopts the state of the system at the start: %o', async ({ isOn, stored, refreshed }) => {
    const { state, store, changer } = build({ isOn, stored });
    await changer.reconcile();
    expect([store.get().launchAtLogin, state.refreshed]).toEqual([isOn, refreshed]);
  });
});
