import { isEqual } from '../../../../shared/lib/is-equal.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import type { SettingName, Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';

/** What a section's settings would be if the person had never changed them. */
export type ToDefaults = (settings: Settings) => SettingsPatch;

/** The defaults of whole settings. */
export function resetAll(...names: readonly SettingName[]): ToDefaults {
  const patch: SettingsPatch = Object.fromEntries(names.map((name) => [name, defaultSettings[name]]));
  return () => patch;
}

/** The part of a patch that differs from the settings; null when nothing does. */
export function toReset(settings: Settings, toDefaults: ToDefaults): SettingsPatch | null {
  const changed = Object.entries(toDefaults(settings)).filter(
    ([name, value]) => !isEqual(value, settings[name as SettingName]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
