import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../../shared/lib/json-record.ts';
import { replaceFile } from '../system/replace-file.ts';

/** What an import of settings changed: each value before and after, by the name of the setting. */
export interface SettingsNote {
  readonly before: JsonRecord;
  readonly after: JsonRecord;
}

const schema = 'fuelgauge.settings-import.v1';

function toFile(dataFolder: string, tool: string): string {
  return path.join(dataFolder, 'imports', 'settings', `${tool}.json`);
}

/** The stored note about a tool; null when there is none, or it is damaged. */
export async function readSettingsNote(dataFolder: string, tool: string): Promise<SettingsNote | null> {
  const text = await readFile(toFile(dataFolder, tool), 'utf8').catch(() => null);
  const note = text === null ? null : parseJsonRecord(text);
  if (note?.ok !== true || note.value['schema'] !== schema) return null;
  const [before, after] = [toRecord(note.value['before']), toRecord(note.value['after'])];
  return before === null || after === null ? null : { before, after };
}

/** Stores it. Rejects when the system cannot write. */
export async function writeSettingsNote(dataFolder: string, tool: string, note: SettingsNote): Promise<void> {
  await replaceFile(toFile(dataFolder, tool), JSON.stringify({ schema, ...note }, null, 2));
}

/** Deletes it. */
export async function removeSettingsNote(dataFolder: string, tool: string): Promise<void> {
  await rm(toFile(dataFolder, tool), { force: true });
}
