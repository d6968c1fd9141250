import * as v from 'valibot';
import type { SettingComplaint } from '../domain/problem.ts';
import { defaultSettings } from './defaults.ts';
import type { SettingName } from './schema.ts';

/** A longer example explains less than it hides. */
const maxExampleLength = 80;

/**
 * What is wrong with a stored setting. A list may be long, so it says which entry. Of a member that is missing, the schema's
 * library knows only the name: what to add is the member as the defaults have it, where they do.
 */
export function toSettingComplaint(setting: SettingName, issue: v.BaseIssue<unknown>): SettingComplaint {
  const { expected, received } = issue;
  const place = v.getDotPath(issue);
  const allowed =
    received === 'undefined' ? toExample(setting, issue) : (expected?.replace(/^\((.*)\)$/, '$1') ?? null);
  return { setting, place, expected: allowed, received };
}

function toExample(setting: SettingName, { path }: v.BaseIssue<unknown>): string | null {
  let value: unknown = defaultSettings[setting];
  for (const { key } of path ?? []) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Readonly<Record<string, unknown>>)[String(key)];
  }
  const json = value === undefined ? undefined : JSON.stringify(value);
  const example = json === undefined ? null : `"${String(path?.at(-1)?.key)}": ${json}`;
  return example === null || example.length > maxExampleLength ? null : example;
}
