import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { readJsonFile } from '../system/read-json-file.ts';
import { replaceFile } from '../system/replace-file.ts';

const schema = v.object({
  schema: v.literal('fuelgauge.service-install.v1'),
  /** The file that was written, and what was written into it. */
  file: v.string(),
  text: v.string(),
  /** The topmost folder that was made for it. */
  madeFolder: v.nullable(v.string()),
});
const maxBytes = 65_536;

/** What an installation did. */
export type ServiceRecord = Omit<v.InferOutput<typeof schema>, 'schema'>;

/** Where it is remembered. */
export function toServiceRecordFile(dataFolder: string): string {
  return path.join(dataFolder, 'service.json');
}

/** Null where nothing is installed, or the record cannot be read. */
export async function readServiceRecord(recordFile: string): Promise<ServiceRecord | null> {
  return readJsonFile(recordFile, schema, maxBytes);
}

/** Null forgets it. Rejects when it cannot be written. */
export async function writeServiceRecord(recordFile: string, record: ServiceRecord | null): Promise<void> {
  if (record === null) return rm(recordFile, { force: true });
  const { file, text, madeFolder } = record;
  return replaceFile(recordFile, JSON.stringify({ schema: 'fuelgauge.service-install.v1', file, text, madeFolder }));
}
