import type { StatuslineRefusal } from '../domain/statusline-install.ts';
import { findMemberText, parseJsonc, setMember, removeMember } from '../lib/jsonc.ts';
import { fail, ok, type Result } from '../lib/result.ts';

/** The specifics of the agent whose settings are changed; see `StatuslineAgent`. */
export interface SettingsShape {
  readonly settingsKey: string;
  readonly tasksKey: string;
  toSetting(command: string, present: unknown): Readonly<Record<string, unknown>> | null;
  findCommand(value: unknown): string | null;
}

/** What an installation changes, and what it must remember. */
export interface InstallPlan {
  readonly after: string;
  readonly previousCommand: string | null;
  /** The text of each member that it sets, as it stood; null where there was none. */
  readonly previousValues: Readonly<Record<string, string | null>>;
}

/** What an earlier installation of ours in the same file remembers. */
export type Remembered = Pick<InstallPlan, 'previousCommand' | 'previousValues'>;

/** The installation whose command this is; null when it is not one of ours. Its template may have line feeds. */
export function findInstallation(command: string | null): string | null {
  return /\bstatusline\b[\s\S]* --installed[ =]([\w-]{1,64})(?=\s|$)/.exec(command ?? '')?.[1] ?? null;
}

/**
 * Plans the settings with our command in them. `text` is null where there is no file. The person's own command is not lost:
 * it is remembered, to be run first. One of ours is replaced, and what it remembers stays.
 */
export function planStatuslineInstall(
  text: string | null,
  shape: SettingsShape,
  wanted: { readonly command: string; readonly withTasks: boolean; readonly remembered: Remembered | null },
): Result<InstallPlan, StatuslineRefusal> {
  const { command, withTasks, remembered } = wanted;
  let after = text === null || text.trim() === '' ? '{}\n' : text;
  if (!isObject(parseJsonc(after))) return fail('not-json');
  const previousValues: Record<string, string | null> = { ...remembered?.previousValues };
  let previousCommand = remembered?.previousCommand ?? null;
  for (const key of withTasks ? [shape.settingsKey, shape.tasksKey] : [shape.settingsKey]) {
    const presentText = findMemberText(after, key);
    const present = presentText === null ? undefined : parseJsonc(presentText);
    const presentCommand = shape.findCommand(present);
    const isOurs = findInstallation(presentCommand) !== null;
    // Two commands cannot answer for one task.
    if (key === shape.tasksKey && presentCommand !== null && !isOurs) continue;
    const value = shape.toSetting(command, present);
    const edited = value === null ? null : setMember(after, key, toValueText(value, after));
    if (edited === null) return fail('not-understood');
    if (!isOurs) previousValues[key] = presentText;
    else previousValues[key] ??= null;
    if (key === shape.settingsKey && !isOurs) previousCommand = presentCommand;
    after = edited;
  }
  return ok({ after, previousCommand, previousValues });
}

/**
 * Plans the settings without our command, when something else in them has changed since: each member gets back the text
 * that it had. What is no longer ours is left alone, and so is what another installation has taken over: `id` is the
 * one whose commands go, null for that of any.
 */
export function planStatuslineUninstall(
  text: string,
  shape: SettingsShape,
  { previousValues, id }: Pick<InstallPlan, 'previousValues'> & { readonly id: string | null },
): Result<string, StatuslineRefusal> {
  if (!isObject(parseJsonc(text))) return fail('not-json');
  let after = text;
  for (const [key, previous] of Object.entries(previousValues)) {
    const present = findMemberText(after, key);
    const owner = present === null ? null : findInstallation(shape.findCommand(parseJsonc(present)));
    if (owner === null || (id !== null && owner !== id)) continue;
    const edited = previous === null ? removeMember(after, key) : setMember(after, key, previous);
    if (edited === null) return fail('not-understood');
    after = edited;
  }
  return ok(after);
}

/** A value as the file would have it: on one line, or on several with the indentation of its members. */
function toValueText(value: unknown, text: string): string {
  const indent = /\n([ \t]+)"/.exec(text)?.[1];
  const isOneLine = indent === undefined && text.trim() !== '{}';
  if (isOneLine) return JSON.stringify(value);
  const [unit, eol] = [indent ?? '  ', text.includes('\r\n') ? '\r\n' : '\n'];
  return JSON.stringify(value, null, unit).replaceAll('\n', eol + unit);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
