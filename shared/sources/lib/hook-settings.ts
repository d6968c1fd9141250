import { findMemberText, parseJsonc, removeMember, setMember } from '../../lib/jsonc.ts';
import type { HostEnvironment } from '../host-environment.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';

/** The JSON file in which an agent's hooks are listed, as text: nothing else in it changes. */
export interface HookSettingsFile {
  /** Absolute. */
  file(host: HostEnvironment): string;
  /** The text with our hooks, beside those of the person; null when the file is not what the agent reads. `text` null: no file. */
  add(text: string | null, command: readonly string[]): string | null;
  /** The text without ours, after other changes; null when they are not there. */
  remove(text: string): string | null;
  /** What the member says when nothing else is in the file. */
  print(command: readonly string[]): string;
}

/** The member `hooks` of a JSON file: for each event, groups of commands that get JSON on standard input. */
export function createHookSettings(
  source: string,
  events: readonly string[],
  file: HookSettingsFile['file'],
): HookSettingsFile {
  const ours = new RegExp(String.raw`\bhook ${source}(?:\s|$)`);
  const isOurs = (group: unknown): boolean => {
    const hooks = toRecord(group)?.['hooks'];
    if (!Array.isArray(hooks) || hooks.length === 0) return false;
    return hooks.every((hook) => ours.test(String(toRecord(hook)?.['command'] ?? '')));
  };
  const withoutOurs = (hooks: JsonRecord): JsonRecord =>
    Object.fromEntries(
      Object.entries(hooks).flatMap(([event, groups]) => {
        const others = Array.isArray(groups) ? groups.filter((group) => !isOurs(group)) : groups;
        const isEmptied = Array.isArray(others) && Array.isArray(groups) && others.length === 0 && groups.length > 0;
        return isEmptied ? [] : [[event, others]];
      }),
    );
  const toGroup = ([program = '', ...args]: readonly string[]) => ({
    hooks: [{ type: 'command', command: [program, ...args].map(quote).join(' '), timeout: 5 }],
  });
  return {
    file,
    add(text, command) {
      const whole = text === null || text.trim() === '' ? '{}\n' : text;
      const present = toRecord(parseJsonc(whole));
      const hooks = present?.['hooks'] === undefined ? {} : toRecord(present['hooks']);
      if (present === null || hooks === null) return null;
      const next: Record<string, unknown> = { ...withoutOurs(hooks) };
      for (const event of events) {
        const groups = next[event] ?? [];
        if (!Array.isArray(groups)) return null;
        next[event] = [...(groups as readonly unknown[]), toGroup(command)];
      }
      return setMember(whole, 'hooks', toIndented(next));
    },
    remove(text) {
      const hooks = toRecord(parseJsonc(findMemberText(text, 'hooks') ?? 'null'));
      if (hooks === null) return null;
      const next = withoutOurs(hooks);
      if (JSON.stringify(next) === JSON.stringify(hooks)) return null;
      return Object.keys(next).length === 0 ? removeMember(text, 'hooks') : setMember(text, 'hooks', toIndented(next));
    },
    print: (command) =>
      JSON.stringify({ hooks: Object.fromEntries(events.map((event) => [event, [toGroup(command)]])) }, null, 2),
  };
}

function toIndented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
