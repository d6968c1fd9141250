import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../ingest/discovery/file-problem.ts';
import type { BrowserPlace, HistoryDialect } from './browser-places.ts';

/** The history of one profile. */
export interface HistoryFile {
  readonly browser: string;
  readonly dialect: HistoryDialect;
  readonly path: string;
}

/** What was found, and the browsers whose folders are not accessible. */
export interface FoundHistories {
  readonly files: readonly HistoryFile[];
  readonly refused: readonly string[];
}

const fileNames: Readonly<Record<HistoryDialect, string>> = {
  chromium: 'History',
  firefox: 'places.sqlite',
  safari: 'History.db',
};

/** Profiles that do not belong to a person. */
const otherFolders = new Set(['System Profile', 'Guest Profile', 'Crashpad']);
/** A folder with more entries is not a folder of profiles. */
const maxEntries = 1_000;

/** Finds the histories of all profiles in these places, each once, whatever links lead to it. Never rejects. */
export async function findHistories(places: readonly BrowserPlace[]): Promise<FoundHistories> {
  const files: HistoryFile[] = [];
  const refused = new Set<string>();
  const known = new Set<string>();
  for (const { browser, dialect, folder } of places) {
    const entries = await listFolder(folder);
    if (entries === 'refused') refused.add(browser);
    if (entries === null || entries === 'refused') continue;
    // Opera's folder is a profile itself.
    const folders = [folder, ...entries.map((name) => join(folder, name))];
    for (const profile of folders) {
      const path = join(profile, fileNames[dialect]);
      const identity = await identifyFile(path);
      if (identity === null || known.has(identity)) continue;
      known.add(identity);
      files.push({ browser, dialect, path });
    }
  }
  return { files, refused: [...refused] };
}

async function listFolder(folder: string): Promise<readonly string[] | 'refused' | null> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return isMissing(error) ? null : 'refused';
  }
  return entries
    .slice(0, maxEntries)
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !otherFolders.has(entry.name))
    .map(({ name }) => name);
}

/** Names a regular file; null for anything else, such as a pipe, which could block its reader forever. */
async function identifyFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? `${found.dev}/${found.ino}` : null;
  } catch {
    return null;
  }
}
