import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { largestImport } from '../../../shared/domain/import-result.ts';
import { isBinaryPlist, parseBinaryPlist } from '../../../shared/lib/binary-plist.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** Why a file cannot be imported. */
export type ImportFileFailure = 'not-a-file' | 'too-large' | 'not-readable';

/** The text of a file that a person named. Pipes and devices are refused, since they may never end. */
export async function readImport(file: string): Promise<Result<string, ImportFileFailure>> {
  const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null);
  if (opened === null) return fail('not-readable');
  try {
    const stats = await opened.stat();
    if (!stats.isFile()) return fail('not-a-file');
    if (stats.size > largestImport) return fail('too-large');
    return ok(toText(await opened.readFile()));
  } catch {
    return fail('not-readable');
  } finally {
    await opened.close();
  }
}

/** Settings of macOS are binary: they are read as JSON. A damaged file matches no tool. */
function toText(bytes: Buffer): string {
  return isBinaryPlist(bytes) ? JSON.stringify(parseBinaryPlist(bytes) ?? null) : bytes.toString('utf8');
}
