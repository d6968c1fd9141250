import path from 'node:path';
import Store from 'electron-store';
import type { WriteSettings } from '../node/host/settings/file-writer.ts';

/** Writes a settings file through electron-store. Throws when the file or its folder cannot be used. */
export function createElectronStoreWriter(file: string): WriteSettings {
  const store = new Store({
    cwd: path.dirname(file),
    name: path.basename(file, '.json'),
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
  });
  // Writes a complete new file beside the old one and renames it.
  return async (values) => store.set(values);
}
