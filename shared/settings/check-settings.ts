import type { SettingComplaint } from '../domain/problem.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { parseContainerVariables, toVariableOf } from './container-variables.ts';
import { defaultSettings } from './defaults.ts';
import { parseServerEnvironment, serverVariables } from './environment.ts';
import { parseSettings } from './parse.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { Settings } from './schema.ts';

/** Where a value comes from. */
export type SettingOrigin = 'default' | 'file' | 'environment' | 'flag';

/** One value that is in effect. Secrets in it are hidden. */
export interface CheckedSetting {
  /** Such as `theme`, or `server.port`. */
  readonly name: string;
  readonly value: unknown;
  readonly origin: SettingOrigin;
  /** The variable or flag; null for others. */
  readonly from: string | null;
}

/** What is set, and what of it cannot be used. */
export interface CheckedSettings {
  readonly rows: readonly CheckedSetting[];
  readonly complaints: readonly SettingComplaint[];
  /** Names in the file that are no settings of this version. */
  readonly unknown: readonly string[];
}

/** A value that an option of the command line gives. */
export interface FlagValue {
  readonly flag: string;
  readonly value: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Every setting with its value and where that comes from: options stand above the environment, which stands above the file.
 * A value that cannot be used counts as not given, as it does where settings are read.
 */
export function checkSettings(given: {
  readonly stored: Values;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly flags: Readonly<Record<string, FlagValue>>;
}): CheckedSettings {
  const { settings, complaints } = parseSettings(given.stored);
  const environment = readEnvironment(given.variables);
  const rows = flatten(settings).map(([name, value]): CheckedSetting => {
    const flag = given.flags[name];
    const variable = environment.values[name];
    if (flag !== undefined) return { name, value: hideSecrets(name, flag.value), origin: 'flag', from: flag.flag };
    if (variable !== undefined) {
      return { name, value: hideSecrets(name, variable.value), origin: 'environment', from: variable.flag };
    }
    const [group = '', part] = name.split('.');
    const isUsed = !complaints.some(({ setting }) => setting === group);
    const stored = part === undefined ? given.stored[group] : toValues(given.stored[group])[part];
    const origin = isUsed && stored !== undefined ? 'file' : 'default';
    return { name, value: hideSecrets(name, value), origin, from: null };
  });
  return {
    rows,
    complaints: [...complaints, ...environment.complaints].map(hideReceived),
    unknown: Object.keys(given.stored).filter((name) => !(name in defaultSettings)),
  };
}

function readEnvironment(variables: Readonly<Record<string, string | undefined>>): {
  readonly values: Readonly<Record<string, FlagValue>>;
  readonly complaints: readonly SettingComplaint[];
} {
  const server = parseServerEnvironment(variables);
  const container = readContainer(variables);
  const values: Record<string, FlagValue> = {};
  for (const [name, value] of Object.entries(server.overrides)) {
    values[`server.${name}`] = { flag: serverVariables[name as keyof typeof serverVariables], value };
  }
  for (const [name, value] of Object.entries(container.ok ? container.value : {})) {
    values[name] = { flag: toVariableOf(name as keyof Settings, variables), value };
  }
  return { values, complaints: [...server.complaints, ...(container.ok ? [] : [container.error])] };
}

function readContainer(
  variables: Readonly<Record<string, string | undefined>>,
): Result<Partial<Settings>, SettingComplaint> {
  const parsed = parseContainerVariables(variables);
  if (parsed.ok) return ok(parsed.value);
  const { name, value, expected } = parsed.error;
  return fail({ setting: name, place: null, expected, received: value });
}

/** Settings that hold others, such as `server`, as one row for each of these. */
function flatten(settings: Settings): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(settings).flatMap(([name, value]): [string, unknown][] => {
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? Object.entries(value).map(([part, each]) => [`${name}.${part}`, each]) : [[name, value]];
  });
}

function toValues(stored: unknown): Values {
  return typeof stored === 'object' && stored !== null ? (stored as Values) : {};
}

/** Which variable gave `plan`, `theme`, … is asked where they are parsed; what they hold may be a secret by mistake. */
function hideReceived(complaint: SettingComplaint): SettingComplaint {
  const name = complaint.place === null ? complaint.setting : `${complaint.setting}.${complaint.place}`;
  return { ...complaint, received: String(hideSecrets(name, complaint.received)) };
}
