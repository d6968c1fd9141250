import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createProblem, type Problem } from '../../shared/domain/problem.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { parseSettings } from '../../shared/settings/parse.ts';
import type { Settings } from '../../shared/settings/schema.ts';

/** Name of the settings file in the data folder; the tray app writes it, the command line only reads it. */
export const settingsFileName = 'settings.json';

/** The settings of a data folder, and what is wrong with their file. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problem: Problem | null;
}

/** Reads the settings of a data folder; the defaults where there are none or they cannot be read. */
export async function readSettingsFile(dataFolder: string): Promise<ReadSettings> {
  const file = path.join(dataFolder, settingsFileName);
  const unreadable = createProblem('settings-unreadable', { file });
  let text: string;
  try {
    // Reading a named pipe would wait for a writer.
    if (!(await stat(file)).isFile()) return { settings: defaultSettings, problem: unreadable };
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return { settings: defaultSettings, problem: isMissing ? null : unreadable };
  }
  try {
    const { settings, complaints } = parseSettings(JSON.parse(text));
    return { settings, problem: complaints.length === 0 ? null : createProblem('settings-values', { complaints }) };
  } catch {
    return { settings: defaultSettings, problem: createProblem('settings-invalid', { file, setAsideName: null }) };
  }
}
