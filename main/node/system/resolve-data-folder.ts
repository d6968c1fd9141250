import path from 'node:path';
import { toDataFolder } from './data-folder.ts';
import { readHostEnvironment } from './host-environment.ts';

/** The data folder to use: the given one, or the app's own. */
export function resolveDataFolder(asked: string | null, home: string | null): string {
  return path.resolve(asked ?? toDataFolder(readHostEnvironment(home)));
}
