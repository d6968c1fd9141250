import {
  access,
  chmod,
  constants,
  mkdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { StatuslineRefusal } from '../../../shared/domain/statusline-install.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** An installation remembers the file before and after, and must be able to read both again. */
const maxBytes = 1_048_576;

/** An agent's settings file as it is on disk. */
export interface SettingsText {
  /** Where the text is: the end of a chain of links. */
  readonly file: string;
  /** Null where there is no file. */
  readonly text: string | null;
  readonly mode: number;
}

/** Reads it, through links. Fails when it is no text file of a sane size. */
export async function readSettingsText(place: string): Promise<Result<SettingsText, StatuslineRefusal>> {
  try {
    const file = await resolveLinks(place);
    const found = await stat(file).catch((error: unknown) =>
      isMissing(error) ? null : Promise.reject(toError(error)),
    );
    if (found === null) return ok({ file, text: null, mode: 0o600 });
    if (!found.isFile() || found.size > maxBytes) return fail('not-readable');
    const bytes = await readFile(file);
    const text = bytes.toString('utf8');
    // Other encodings would come back changed.
    return Buffer.from(text).equals(bytes) ? ok({ file, text, mode: found.mode & 0o777 }) : fail('not-readable');
  } catch {
    return fail('not-readable');
  }
}

/**
 * Replaces the text as a whole, if the file is still what was read; null removes it. A file that the person made read-only
 * stays so, though its folder would let us replace it.
 */
export async function writeSettingsText(
  was: SettingsText,
  text: string | null,
): Promise<Result<null, StatuslineRefusal>> {
  const now = await readSettingsText(was.file);
  if (!now.ok) return now;
  if (now.value.text !== was.text) return fail('changed');
  if (was.text !== null && !(await isWritable(was))) return fail('read-only');
  const draft = `${was.file}.${process.pid}.tmp`;
  try {
    if (text === null) {
      await rm(was.file);
      return ok(null);
    }
    await mkdir(path.dirname(was.file), { recursive: true });
    await writeFile(draft, text, { mode: was.mode, flag: 'wx', flush: true });
    // The process's umask has removed permission bits of a shared file.
    if (was.text !== null) await chmod(draft, was.mode);
    await rename(draft, was.file);
    return ok(null);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return fail('not-written');
  }
}

/** The file at the end of links; the place itself where nothing is. A link to nothing leads to where it would be. */
async function resolveLinks(place: string): Promise<string> {
  return realpath(place).catch(async (error: unknown) => {
    if (!isMissing(error)) throw toError(error);
    const folder = await realpath(path.dirname(place)).catch(() => path.dirname(place));
    const file = path.join(folder, path.basename(place));
    const target = await readlink(file).catch(() => null);
    // Circular links are another error, so this ends.
    return target === null ? file : resolveLinks(path.resolve(folder, target));
  });
}

async function isWritable({ file, mode }: SettingsText): Promise<boolean> {
  if ((mode & 0o200) === 0) return false;
  return access(file, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
