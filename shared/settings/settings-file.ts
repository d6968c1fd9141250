import * as v from 'valibot';
import type { SettingComplaint } from '../domain/problem.ts';
import { isEqual } from '../lib/is-equal.ts';
import { parseJson, parseJsonAs } from '../lib/parse-json.ts';
import { defaultSettings } from './defaults.ts';
import { settingSchemas, type SettingName, type Settings, type SettingsPatch } from './schema.ts';
import { toSettingComplaint } from './setting-complaint.ts';
import { withCurrentSecrets, withoutSecrets } from './without-secrets.ts';

/** Incremented when the meaning of a file changes. */
const formatVersion = 1;
/** The largest file that is read as settings, in characters. */
export const maxSettingsFileLength = 1_000_000;

/** The contents of a settings file. */
export interface SettingsFile {
  /** What differs from the current settings. */
  readonly patch: SettingsPatch;
  /** Values that cannot be used, and why. */
  readonly complaints: readonly SettingComplaint[];
  /** Names that are no settings of this version. */
  readonly unknown: readonly string[];
}

/**
 * Settings as a file to keep or to take to another machine: what differs from the defaults, as JSON. Secrets are not in
 * the settings; what may be one (headers, parts of addresses) is left out.
 */
export function writeSettingsFile(settings: Settings): string {
  const safe = withoutSecrets(settings);
  const own = Object.fromEntries(
    toNames().flatMap((name) => (isEqual(safe[name], defaultSettings[name]) ? [] : [[name, safe[name]]])),
  );
  return `${JSON.stringify({ fuelgaugeSettings: formatVersion, settings: own }, null, 2)}\n`;
}

/**
 * Reads a settings file. Settings that it does not name have their defaults, as in the file that `writeSettingsFile`
 * writes; those with an invalid value stay as they are. Null when it is not a settings file.
 */
export function parseSettingsFile(text: string, current: Settings): SettingsFile | null {
  const stored = text.length > maxSettingsFileLength ? null : readSettings(text);
  if (stored === null) return null;
  const complaints: SettingComplaint[] = [];
  const values = toNames().map((name) => {
    const parsed = v.safeParse(
      settingSchemas[name],
      Object.hasOwn(stored, name) ? stored[name] : defaultSettings[name],
    );
    if (parsed.success) return [name, parsed.output] as const;
    const complaint = toSettingComplaint(name, parsed.issues[0]);
    complaints.push({ ...complaint, received: complaint.received.slice(0, 200) });
    return [name, current[name]] as const;
  });
  const imported = ofThisMachine(withCurrentSecrets(Object.fromEntries(values) as Settings, current), current);
  const changed = toNames().filter((name) => !isEqual(imported[name], current[name]));
  const names: readonly string[] = toNames();
  return {
    patch: Object.fromEntries(changed.map((name) => [name, imported[name]])),
    complaints,
    unknown: Object.keys(stored)
      .filter((name) => !names.includes(name))
      .slice(0, 50)
      .map((name) => name.slice(0, 60)),
  };
}

/** An imported file must not end or repeat the first run: that is a fact about this machine, not a choice. */
function ofThisMachine(imported: Settings, { desktop: { showsWelcome } }: Settings): Settings {
  return { ...imported, desktop: { ...imported.desktop, showsWelcome } };
}

/** Whether it is a settings file of a later format, which only a newer version can read. */
export function isNewerSettingsFile(text: string): boolean {
  const schema = v.object({ fuelgaugeSettings: v.pipe(v.number(), v.integer(), v.minValue(formatVersion + 1)) });
  return text.length <= maxSettingsFileLength && v.is(schema, parseJson(text));
}

const fileSchema = v.object({
  fuelgaugeSettings: v.literal(formatVersion),
  settings: v.pipe(
    v.unknown(),
    v.check((settings) => !Array.isArray(settings)),
    v.record(v.string(), v.unknown()),
  ),
});

function readSettings(text: string): Readonly<Record<string, unknown>> | null {
  return parseJsonAs(fileSchema, text)?.settings ?? null;
}

function toNames(): readonly SettingName[] {
  return Object.keys(settingSchemas) as SettingName[];
}
