import { defaultSettings } from './defaults.ts';
import { settingSchemas, type SettingName, type Settings } from './schema.ts';

/** Replaces a text that a person has written. */
const written = '(set)';

/**
 * Settings as they may be shown to a stranger: numbers, switches and choices. Lists become their length, and texts only
 * whether they are set, since they may be names, folders or addresses.
 */
export function redactSettings(settings: Settings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (Object.keys(settingSchemas) as SettingName[]).map((name) => [
      name,
      settingSchemas[name].type === 'picklist' ? settings[name] : redact(settings[name], defaultSettings[name]),
    ]),
  );
}

function redact(value: unknown, preset: unknown): unknown {
  if (typeof value === 'string') return value === preset ? value : written;
  if (Array.isArray(value)) {
    return value.every((each) => typeof each === 'number') ? value : { length: value.length };
  }
  if (typeof value !== 'object' || value === null) return value;
  const presets = (typeof preset === 'object' ? (preset ?? {}) : {}) as Readonly<Record<string, unknown>>;
  const parts = Object.entries(value);
  // Parts that no preset has are named by the person.
  if (parts.some(([part]) => !Object.hasOwn(presets, part))) return { length: parts.length };
  return Object.fromEntries(parts.map(([part, each]) => [part, redact(each, presets[part])]));
}
