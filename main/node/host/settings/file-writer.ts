import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readStoredSettings } from './read-stored.ts';

/** Puts values into a settings file and leaves its other values as they are. Rejects when it cannot be written. */
export type WriteSettings = (values: Readonly<Record<string, unknown>>) => Promise<void>;

/**
 * Builds the writer that hosts without Electron use. It writes what electron-store writes, so that both can share a
 * file: a whole new file beside the old one, indented by tabs, which then takes the old one's place.
 */
export function createFileWriter(file: string): WriteSettings {
  return async (values) => {
    const stored = await readStoredSettings(file);
    const text = JSON.stringify({ ...(stored.kind === 'values' ? stored.values : {}), ...values }, null, '\t');
    await mkdir(path.dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.tmp`;
    await writeFile(beside, text, { flush: true });
    await rename(beside, file);
  };
}
