import { replaceFile } from '../../system/replace-file.ts';
import { readStoredSettings } from './read-stored.ts';

/** Changes values of a settings file and keeps its other values. Rejects when the file cannot be written. */
export type WriteSettings = (values: Readonly<Record<string, unknown>>) => Promise<void>;

/**
 * Builds the writer for hosts without Electron. It writes the same bytes as electron-store, so that both can share a
 * file, and replaces the file as a whole.
 */
export function createFileWriter(file: string): WriteSettings {
  return async (values) => {
    const stored = await readStoredSettings(file);
    const text = JSON.stringify({ ...(stored.kind === 'values' ? stored.values : {}), ...values }, null, '\t');
    await replaceFile(file, text);
  };
}
