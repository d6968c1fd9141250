import { readFile, stat } from 'node:fs/promises';
import { parseJson } from '../../../../shared/lib/parse-json.ts';
import { toRecord } from '../../../../shared/lib/json-record.ts';

/** Name of the settings file in the data folder. */
export const settingsFileName = 'settings.json';

/** The contents of a settings file. `invalid`: not a JSON object; `unreadable`: it could not be read. */
export type StoredSettings =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'missing' | 'invalid' | 'unreadable' };

/** Reads a settings file. Never rejects, and never waits for a writer, as reading a named pipe would. */
export async function readStoredSettings(file: string): Promise<StoredSettings> {
  let text: string;
  try {
    if (!(await stat(file)).isFile()) return { kind: 'unreadable' };
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
  const values = toRecord(parseJson(text));
  return values === null ? { kind: 'invalid' } : { kind: 'values', values };
}
