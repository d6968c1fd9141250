import type { SettingsFailure } from '../../../shared/domain/settings-failure.ts';
import { fail, type Result } from '../../../shared/lib/result.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/schema.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import type { LoginItem } from '../login/login-item-port.ts';
import type { Shortcut } from '../system/shortcut.ts';

/** Changes settings together with their effects on the system. */
export interface SettingsChanger {
  /** Applies the whole patch or nothing; fails when a part cannot take effect. Changes run one at a time. */
  change(patch: SettingsPatch): Promise<Result<Settings, SettingsFailure>>;
  /** Updates the setting to the system's state of launching at login: the person may have changed it there. */
  reconcile(): Promise<void>;
}

/** Builds the changer. */
export function createSettingsChanger(store: SettingsStore, loginItem: LoginItem, shortcut: Shortcut): SettingsChanger {
  let last: Promise<unknown> = Promise.resolve();

  const change = async (patch: SettingsPatch): Promise<Result<Settings, SettingsFailure>> => {
    const earlier = store.get().desktop.shortcut;
    const wanted = patch.desktop === undefined ? earlier : patch.desktop.shortcut;
    // One that another program has from the start must not keep everything else beside it from changing.
    if (wanted !== earlier && !shortcut.set(wanted)) return fail({ kind: 'shortcut-taken' });
    const changed = await changeRest(patch);
    if (!changed.ok && wanted !== earlier) shortcut.set(earlier);
    return changed;
  };
  const changeRest = async (patch: SettingsPatch): Promise<Result<Settings, SettingsFailure>> => {
    const wanted = patch.launchAtLogin;
    const wasOn = wanted !== undefined && (await loginItem.isOn());
    const switches = wanted !== undefined && wanted !== wasOn;
    if (switches) {
      const switched = await loginItem.set(wanted);
      if (!switched.ok) return switched;
    }
    const stored = await store.update(patch);
    if (!stored.ok && switches) await loginItem.set(wasOn);
    return stored;
  };
  return {
    change(patch) {
      const result = last.then(() => change(patch));
      last = result.catch(() => undefined);
      return result;
    },
    async reconcile() {
      const isOn = await loginItem.isOn();
      if (store.get().launchAtLogin !== isOn) await store.update({ launchAtLogin: isOn });
      else if (isOn) await loginItem.refresh();
    },
  };
}
