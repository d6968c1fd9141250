import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { readTokens, writeTokens, type StoredToken } from './token-file.ts';

/** A change takes milliseconds: an older lock belongs to a process that was killed. */
const staleMs = 5_000;
const retryMs = 20;
/** Long enough to outlive a stale lock. */
const retries = 400;

/**
 * Replaces the tokens by what `change` returns; null leaves them. One change at a time across processes: otherwise a
 * change could bring back a token that another one has revoked meanwhile. Resolves with whether they were changed,
 * fails where the file cannot be used, rejects when it cannot be written.
 */
export async function changeTokens(
  file: string,
  change: (tokens: readonly StoredToken[]) => readonly StoredToken[] | null,
): Promise<Result<boolean, 'unusable'>> {
  const release = await takeLock(`${file}.lock`);
  try {
    const tokens = await readTokens(file);
    if (!tokens.ok) return fail('unusable');
    const changed = change(tokens.value);
    if (changed !== null) await writeTokens(file, changed);
    return ok(changed !== null);
  } finally {
    await release();
  }
}

async function takeLock(lock: string): Promise<() => Promise<void>> {
  await mkdir(path.dirname(lock), { recursive: true });
  for (let left = retries; ; left -= 1) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      return () => rm(lock, { force: true });
    } catch (error) {
      // Windows reports a lock that is just being removed as EPERM.
      const isHeld = ['EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isHeld || left === 0) throw error;
    }
    if (await isStale(lock)) await removeStale(lock);
    else await wait(retryMs);
  }
}

async function isStale(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => null);
  // A time in the future means that the clock was set back.
  return found !== null && Math.abs(Date.now() - found.mtimeMs) > staleMs;
}

/** The process that renames it first removes it. */
async function removeStale(lock: string): Promise<void> {
  const claimed = `${lock}.${process.pid}`;
  await rename(lock, claimed).catch(() => undefined);
  await rm(claimed, { force: true });
}
