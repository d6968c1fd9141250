import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StatuslineRefusal } from '../../../../shared/domain/statusline-install.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { toRecord } from '../../../../shared/sources/lib/json-record.ts';
import type {
  TelemetrySettingsFile,
  TelemetrySettingsRefusal,
} from '../../../../shared/sources/lib/telemetry-settings.ts';
import { replaceFile } from '../../replace-file.ts';
import { readSettingsText, writeSettingsText, type SettingsText } from '../../statusline/settings-file.ts';

const recordSchema = 'fuelgauge.otel-install.v1';

/** Why nothing was changed. */
export type TelemetryRefusal = StatuslineRefusal | TelemetrySettingsRefusal;

/** What is going to change. */
export interface TelemetryChange {
  /** As it is on the disk. */
  readonly settings: SettingsText;
  /** Null where there is no file. */
  readonly after: string | null;
}

/** What an installation did, and what takes it back. */
interface Installed {
  readonly schema: typeof recordSchema;
  readonly settingsFile: string;
  readonly before: string | null;
  readonly after: string;
}

/** Where one agent's installation is remembered, and its settings. */
export interface TelemetryPlace {
  readonly settingsFile: TelemetrySettingsFile;
  readonly file: string;
  /** The record, below the data folder. */
  readonly record: string;
}

/** The record of a source's installation. */
export function toRecordFile(dataFolder: string, source: string): string {
  return path.join(dataFolder, 'otel', `${source}.json`);
}

/** What an installation would change; nothing is written. */
export async function planTelemetryInstall(
  { settingsFile, file }: TelemetryPlace,
  endpoint: string,
  token: string,
): Promise<Result<TelemetryChange, TelemetryRefusal>> {
  const settings = await readSettingsText(file);
  if (!settings.ok) return settings;
  const added = settingsFile.add(settings.value.text, endpoint, token);
  return typeof added === 'string' ? fail(added) : ok({ settings: settings.value, after: added.text });
}

/** Writes what was planned, if the file is still what it was; the text of before is kept to the byte. */
export async function installTelemetry(
  { record }: TelemetryPlace,
  { settings, after }: TelemetryChange,
): Promise<Result<null, TelemetryRefusal>> {
  const known = await readRecord(record);
  // A second installation over the first goes back to what was before both.
  const before = known !== null && known.after === settings.text ? known.before : settings.text;
  const installed: Installed = { schema: recordSchema, settingsFile: settings.file, before, after: after ?? '' };
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

/** What taking it back would change: the same bytes as before if nobody has changed the file since, else our part alone. */
export async function planTelemetryUninstall({
  settingsFile,
  file,
  record,
}: TelemetryPlace): Promise<Result<TelemetryChange, TelemetryRefusal>> {
  const known = await readRecord(record);
  if (known === null) return fail('not-installed');
  const settings = await readSettingsText(file);
  if (!settings.ok) return settings;
  const { text } = settings.value;
  if (text === null || text === known.after) {
    return ok({ settings: settings.value, after: text === null ? null : known.before });
  }
  return ok({ settings: settings.value, after: settingsFile.remove(text) ?? text });
}

/** Takes it back, and forgets it. */
export async function uninstallTelemetry(
  { record }: TelemetryPlace,
  { settings, after }: TelemetryChange,
): Promise<Result<null, TelemetryRefusal>> {
  const written = settings.text === after ? ok(null) : await writeSettingsText(settings, after);
  if (written.ok) await rm(record, { force: true }).catch(() => undefined);
  return written;
}

async function readRecord(file: string): Promise<Installed | null> {
  try {
    const record = toRecord(JSON.parse(await readFile(file, 'utf8')));
    const isText = (value: unknown): boolean => typeof value === 'string';
    const isWhole = isText(record?.['after']) && (record?.['before'] === null || isText(record?.['before']));
    return record?.['schema'] === recordSchema && isWhole ? (record as unknown as Installed) : null;
  } catch {
    return null;
  }
}
