import * as v from 'valibot';
import type { SettingComplaint } from '../domain/problem.ts';
import { serverSettingSchemas, type ServerSettingName, type ServerSettings } from './server-settings.ts';

/** The environment variable of each setting of the server. */
export const serverVariables = {
  host: 'FUELGAUGE_HOST',
  port: 'FUELGAUGE_PORT',
  readingNeedsToken: 'FUELGAUGE_READING_NEEDS_TOKEN',
  allowedHosts: 'FUELGAUGE_ALLOWED_HOSTS',
  allowedOrigins: 'FUELGAUGE_ALLOWED_ORIGINS',
  requestsPerMinute: 'FUELGAUGE_REQUESTS_PER_MINUTE',
  maxBodyKilobytes: 'FUELGAUGE_MAX_BODY_KILOBYTES',
  certificateFile: 'FUELGAUGE_CERTIFICATE_FILE',
  privateKeyFile: 'FUELGAUGE_PRIVATE_KEY_FILE',
  projectLabels: 'FUELGAUGE_PROJECT_LABELS',
} as const satisfies Readonly<Record<ServerSettingName, string>>;

/** What the environment says about the server, and what of it cannot be used (`setting` is the variable's name). */
export interface ServerEnvironment {
  readonly overrides: Partial<ServerSettings>;
  readonly complaints: readonly SettingComplaint[];
}

/**
 * Reads the settings of the server from environment variables. Lists are separated by commas; yes is `1` or `true`, no is
 * `0` or `false`. An empty variable counts as not set.
 */
export function parseServerEnvironment(variables: Readonly<Record<string, string | undefined>>): ServerEnvironment {
  const overrides: Record<string, unknown> = {};
  const complaints: SettingComplaint[] = [];
  for (const [setting, variable] of Object.entries(serverVariables) as [ServerSettingName, string][]) {
    const text = variables[variable]?.trim() ?? '';
    if (text === '') continue;
    const parsed = v.safeParse(serverSettingSchemas[setting], toValue(setting, text));
    if (parsed.success) overrides[setting] = parsed.output;
    else complaints.push(toComplaint(variable, parsed.issues[0]));
  }
  return { overrides, complaints };
}

function toComplaint(setting: string, issue: v.BaseIssue<unknown>): SettingComplaint {
  return { setting, place: v.getDotPath(issue), expected: issue.expected, received: issue.received };
}

function toValue(setting: ServerSettingName, text: string): unknown {
  const { type } = serverSettingSchemas[setting];
  if (type === 'array') return text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (type === 'number') return /^\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return booleans[text.toLowerCase()] ?? text;
  return text;
}

const booleans: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };
