import { readFile, rm } from 'node:fs/promises';
import type { StatuslineRefusal } from '../../../shared/domain/statusline-install.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { toRecord } from '../../../shared/lib/json-record.ts';
import type { TelemetrySettingsRefusal } from '../../../shared/sources/lib/telemetry-settings.ts';
import { replaceFile } from '../system/replace-file.ts';
import { readSettingsText, writeSettingsText, type SettingsText } from '../statusline/settings-file.ts';

/** Why nothing was changed. */
export type InstallRefusal = StatuslineRefusal | TelemetrySettingsRefusal;

/** A planned change. */
export interface SettingsEdit {
  /** As it is on the disk. */
  readonly settings: SettingsText;
  /** Null where there is no file. */
  readonly after: string | null;
}

/** What an installation did, and how to undo it. */
interface Installed {
  readonly schema: string;
  readonly settingsFile: string;
  readonly before: string | null;
  readonly after: string;
}

/** Where one agent's installation is remembered, and its settings. */
export interface SettingsPlace {
  readonly file: string;
  /** The record, below the data folder, and the name of its schema. */
  readonly record: string;
  readonly schema: string;
  /** The text without what is installed, after other changes; null when it is not there as it was. */
  remove(text: string): string | null;
}

/** What an installation would change; nothing is written. `add` never throws, and returns why it refuses. */
export async function planSettingsInstall(
  { file }: SettingsPlace,
  add: (text: string | null) => { readonly text: string } | TelemetrySettingsRefusal,
): Promise<Result<SettingsEdit, InstallRefusal>> {
  const settings = await readSettingsText(file);
  if (!settings.ok) return settings;
  const added = add(settings.value.text);
  return typeof added === 'string' ? fail(added) : ok({ settings: settings.value, after: added.text });
}

/** Writes the plan if the file has not changed; the earlier text is kept byte for byte. */
export async function install(
  { record, schema }: SettingsPlace,
  { settings, after }: SettingsEdit,
): Promise<Result<null, InstallRefusal>> {
  const known = await readRecord(record, schema);
  // Undoing a second installation over the first restores what was before both.
  const before = known !== null && known.after === settings.text ? known.before : settings.text;
  const installed: Installed = { schema, settingsFile: settings.file, before, after: after ?? '' };
  try {
    await replaceFile(record, JSON.stringify(installed));
  } catch {
    return fail('not-written');
  }
  const written = await writeSettingsText(settings, after);
  if (!written.ok) {
    const undo = known === null ? rm(record, { force: true }) : replaceFile(record, JSON.stringify(known));
    await undo.catch(() => undefined);
  }
  return written;
}

/**
 * What uninstalling would change: the file becomes byte for byte as before, or, if it has been changed since, only our
 * part is removed.
 */
export async function planSettingsUninstall({
  remove,
  file,
  record,
  schema,
}: SettingsPlace): Promise<Result<SettingsEdit, InstallRefusal>> {
  const known = await readRecord(record, schema);
  if (known === null) return fail('not-installed');
  const settings = await readSettingsText(file);
  if (!settings.ok) return settings;
  const { text } = settings.value;
  if (text === null || text === known.after) {
    return ok({ settings: settings.value, after: text === null ? null : known.before });
  }
  return ok({ settings: settings.value, after: remove(text) ?? text });
}

/** Uninstalls it, and deletes its record. */
export async function uninstall(
  { record }: SettingsPlace,
  { settings, after }: SettingsEdit,
): Promise<Result<null, InstallRefusal>> {
  const written = settings.text === after ? ok(null) : await writeSettingsText(settings, after);
  if (written.ok) await rm(record, { force: true }).catch(() => undefined);
  return written;
}

async function readRecord(file: string, schema: string): Promise<Installed | null> {
  try {
    const record = toRecord(JSON.parse(await readFile(file, 'utf8')));
    const isText = (value: unknown): boolean => typeof value === 'string';
    const isWhole = isText(record?.['after']) && (record?.['before'] === null || isText(record?.['before']));
    return record?.['schema'] === schema && isWhole ? (record as unknown as Installed) : null;
  } catch {
    return null;
  }
}
