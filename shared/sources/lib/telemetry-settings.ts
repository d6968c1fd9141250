import { findMemberText, parseJsonc, removeMember, setMember } from '../../lib/jsonc.ts';
import type { HostEnvironment } from '../host-environment.ts';
import { toRecord } from '../../lib/json-record.ts';

/** Why a settings file is left alone: it has settings of the same kind, or is not what its agent writes. */
export type TelemetrySettingsRefusal = 'own-settings' | 'not-understood';

/** A settings file in which an agent's telemetry is turned on, as text: nothing else in it changes. */
export interface TelemetrySettingsFile {
  /** Absolute. */
  file(host: HostEnvironment): string;
  /** The text with the settings; null stands for no file. */
  add(text: string | null, endpoint: string, token: string): { readonly text: string } | TelemetrySettingsRefusal;
  /** The text without what `add` added, after other changes; null when it is not there as it was. */
  remove(text: string): string | null;
}

const begin = '#fuelgauge-otel-begin';
const end = '#fuelgauge-otel-end';

/** Lines at the end of a file in which `#` begins a comment, such as TOML. `conflicts`: matches settings of the person's own. */
export function createBlockSettings(
  file: TelemetrySettingsFile['file'],
  conflicts: RegExp,
  toText: (endpoint: string, token: string) => string,
): TelemetrySettingsFile {
  const remove = (text: string): string | null => {
    const from = text.indexOf(begin);
    const to = text.indexOf(`${end}\n`, from);
    return from < 0 || to < 0 ? null : text.slice(0, from) + text.slice(to + end.length + 1);
  };
  return {
    file,
    remove,
    add(text, endpoint, token) {
      const others = remove(text ?? '') ?? text ?? '';
      if (conflicts.test(others)) return 'own-settings';
      const gap = others === '' || others.endsWith('\n') ? '' : '\n';
      return { text: `${others}${gap}${begin}\n${toText(endpoint, token)}\n${end}\n` };
    },
  };
}

/** Variables in the member `env` of a JSON file. */
export function createEnvSettings(
  file: TelemetrySettingsFile['file'],
  toVariables: (endpoint: string, token: string) => Readonly<Record<string, string>>,
): TelemetrySettingsFile {
  const names = Object.keys(toVariables('', ''));
  const withoutOurs = (env: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
    Object.entries(env).filter(([name]) => !names.includes(name));
  return {
    file,
    add(text, endpoint, token) {
      const whole = text === null || text.trim() === '' ? '{}\n' : text;
      const present = toRecord(parseJsonc(whole));
      const env = present?.['env'] === undefined ? {} : toRecord(present['env']);
      if (present === null || env === null) return 'not-understood';
      const variables = toVariables(endpoint, token);
      const isOwn = ([name, value]: readonly [string, unknown]): boolean =>
        name.startsWith('OTEL_') && variables[name] !== value;
      if (Object.entries(env).some(isOwn)) return 'own-settings';
      const value = toIndented({ ...Object.fromEntries(withoutOurs(env)), ...variables });
      const changed = setMember(whole, 'env', value);
      return changed === null ? 'not-understood' : { text: changed };
    },
    remove(text) {
      const env = toRecord(parseJsonc(findMemberText(text, 'env') ?? 'null'));
      if (env === null || !names.every((name) => env[name] !== undefined)) return null;
      const others = withoutOurs(env);
      if (others.length === 0) return removeMember(text, 'env');
      return setMember(text, 'env', toIndented(Object.fromEntries(others)));
    },
  };
}

function toIndented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}
