import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { serverSettingSchemas, type ServerSettings } from '../../../../shared/settings/server-settings.ts';
import { readJsonFile } from '../../system/read-json-file.ts';
import { replaceFile } from '../../system/replace-file.ts';

/** Where a server listens, and the names that it was given. */
export type ServedPlace = Pick<ServerSettings, 'host' | 'port' | 'allowedHosts'>;

const { host, port, allowedHosts } = serverSettingSchemas;
const placeSchema = v.object({ host, port, allowedHosts });
const maxBytes = 65_536;

/**
 * Records where the server of a data folder listens, which options and variables of its process may have decided.
 * Without this, other processes only know the settings. Never rejects.
 */
export async function noteServedPlace(dataFolder: string, place: ServedPlace): Promise<void> {
  const { host, port, allowedHosts } = place;
  await replaceFile(toFile(dataFolder), JSON.stringify({ host, port, allowedHosts })).catch(() => undefined);
}

/** Removes that record when the server stops. Never rejects. */
export async function forgetServedPlace(dataFolder: string): Promise<void> {
  await rm(toFile(dataFolder), { force: true }).catch(() => undefined);
}

/**
 * Where the server of a data folder listens; null where none has recorded it. A server that was killed may have left
 * its record.
 */
export async function readServedPlace(dataFolder: string): Promise<ServedPlace | null> {
  return readJsonFile(toFile(dataFolder), placeSchema, maxBytes);
}

function toFile(dataFolder: string): string {
  return path.join(dataFolder, 'server-place.json');
}
