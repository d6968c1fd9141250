import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSettings, type ParsedSettings } from '../../shared/settings/parse.ts';

/** Name of the settings file in the data folder; the tray app writes it, the command line only reads it. */
export const settingsFileName = 'settings.json';

/** Reads the settings of a data folder; defaults, and a complaint where there is something to complain about. */
export async function readSettingsFile(dataFolder: string): Promise<ParsedSettings> {
  const file = path.join(dataFolder, settingsFileName);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return withComplaint(isMissing ? null : `the settings file ${file} cannot be read; defaults are used`);
  }
  try {
    return parseSettings(JSON.parse(text));
  } catch {
    return withComplaint(`the settings file ${file} is not valid JSON; defaults are used until the app mends it`);
  }
}

function withComplaint(complaint: string | null): ParsedSettings {
  const defaults = parseSettings({});
  return complaint === null ? defaults : { ...defaults, complaints: [complaint] };
}
