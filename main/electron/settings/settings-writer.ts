import path from 'node:path';
import type Store from 'electron-store';
import type { WriteSettings } from '../../node/host/settings/file-writer.ts';

/**
 * Writes a settings file through electron-store, which is loaded with the first change: most days there is none, and it
 * brings a JSON schema validator. A file or folder that it cannot use fails that change.
 */
export function createElectronStoreWriter(file: string): WriteSettings {
  let store: Store | null = null;
  // Writes a complete new file beside the old one and renames it.
  return async (values) => {
    store ??= await openStore(file);
    store.set(values);
  };
}

async function openStore(file: string): Promise<Store> {
  const { default: ElectronStore } = await import('electron-store');
  return new ElectronStore({
    cwd: path.dirname(file),
    name: path.basename(file, '.json'),
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
  });
}
