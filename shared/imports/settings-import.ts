import * as v from 'valibot';
import { settingSchemas, type SettingName, type Settings, type SettingsPatch } from '../settings/schema.ts';
import { isEqual } from '../lib/is-equal.ts';

/** What a tool's settings mean here. */
export interface SettingsImport {
  /** Only what differs from the current settings, valid. */
  readonly patch: SettingsPatch;
  /** The names of what has no counterpart here, or a value that cannot be taken. */
  readonly left: readonly string[];
  /** A template for the status line like the tool's own; null where it draws none. */
  readonly template: string | null;
}

/** A tool whose settings can be taken over. */
export interface SettingsImporter {
  readonly tool: string;
  /** What the file means, on top of the current settings; null when it is no file of this tool. Never throws. */
  parse(text: string, current: Settings): SettingsImport | null;
}

/** Collects what is taken and what is left of a tool's settings. */
export interface SettingsDraft {
  /** Takes a value, unless it is invalid: then the tool's setting `from` is left. */
  take(from: string, name: SettingName, value: unknown): void;
  /** What was taken of a setting so far; undefined when nothing was. */
  taken(name: SettingName): unknown;
  leave(...names: readonly string[]): void;
  finish(template?: string | null): SettingsImport;
}

/** Begins a draft. */
export function createSettingsDraft(current: Settings): SettingsDraft {
  const taken = new Map<SettingName, unknown>();
  const left = new Set<string>();
  return {
    take(from, name, value) {
      const parsed = v.safeParse(settingSchemas[name], value);
      if (parsed.success) taken.set(name, parsed.output);
      else left.add(from);
    },
    taken: (name) => taken.get(name),
    leave: (...names) => names.forEach((name) => left.add(name)),
    finish: (template = null) => ({
      patch: Object.fromEntries([...taken].filter(([name, value]) => !isEqual(value, current[name]))),
      left: [...left].sort(),
      template,
    }),
  };
}

/** The list with these entries instead of those with the same name. */
export function mergeList<Entry>(
  list: readonly Entry[],
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): Entry[] {
  return [...new Map([...list, ...entries].map((entry) => [nameOf(entry), entry])).values()];
}
