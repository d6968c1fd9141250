import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseCrashReport, type CrashReport } from '../../../../shared/domain/crash-report.ts';

const crashName = /^\d{13}\.json$/;
const maxBytes = 64 * 1024;

/** Where crashes are kept. */
export function toCrashFolder(dataFolder: string): string {
  return path.join(dataFolder, 'crashes');
}

/** The names of the files of crashes, the oldest first. Rejects where the folder cannot be read. */
export async function listCrashFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => crashName.test(name)).sort();
}

/** The kept crashes, newest first; none when they cannot be read. Never rejects. */
export async function readCrashes(dataFolder: string): Promise<readonly CrashReport[]> {
  const folder = toCrashFolder(dataFolder);
  const names = await listCrashFiles(folder).catch(() => []);
  const read = await Promise.all(names.map((name) => readStart(path.join(folder, name)).catch(() => '')));
  return read.flatMap((text) => parseCrashReport(text) ?? []).reverse();
}

/** The beginning of a file; nothing if it is not a regular file, e.g. a pipe that nobody writes to. */
async function readStart(file: string): Promise<string> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = await handle.stat().then((found) => (found.isFile() ? found : { size: 0 }));
    if (size === 0 || size > maxBytes) return '';
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
