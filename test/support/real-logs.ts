import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Logs that real agents wrote for other people, kept beside the repository and never in it. */
export const realLogsFolder = resolve(import.meta.dirname, '../../../shared/real-logs');

/** Whether the real logs are on this machine; tests that read them are registered only where they are. */
export const hasRealLogs = existsSync(join(realLogsFolder, 'EXPECTED.json'));

/** The numbers that an independent reading of the real logs gave, by `<agent>/<data set>`. */
export function readExpected(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return JSON.parse(readFileSync(join(realLogsFolder, 'EXPECTED.json'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
}

/** All files below a folder, sorted, with their paths relative to it in `/` notation. */
export function listFiles(folder: string): readonly { readonly path: string; readonly relativePath: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, relativePath: relative(folder, path).split(sep).join('/') }));
}
