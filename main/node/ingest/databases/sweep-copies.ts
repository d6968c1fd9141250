import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minuteMs } from '../../../../shared/domain/instant.ts';

/** The prefix of a copy's folder; the pid of its process follows. */
const prefix = 'fuelgauge-copy-';
const namePattern = /^fuelgauge-copy-(\d{1,10})-\w{6}$/;
/** A copy is in use for seconds. A process of another container, whose id says nothing here, may have made a newer one. */
const minAgeMs = 10 * minuteMs;

/** The beginning of the name of a folder for a copy, for `mkdtemp`. */
export function toCopyPrefix(pid: number): string {
  return join(tmpdir(), `${prefix}${pid}-`);
}

/**
 * Removes copies of other programs' databases, such as a browser's history, that a process of ours left when it was killed:
 * real folders of this user whose process is gone. Resolves to how many; never rejects.
 */
export async function sweepCopies(folder: string, nowMs: number): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(namePattern.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    try {
      const path = join(folder, name);
      const facts = await lstat(path);
      const isOwn = process.getuid === undefined || facts.uid === process.getuid();
      if (!facts.isDirectory() || !isOwn || nowMs - facts.mtimeMs < minAgeMs) continue;
      await rm(path, { recursive: true, force: true });
      swept += 1;
    } catch {
      // Another process has removed it, or removing it is not allowed: the next start tries again.
    }
  }
  return swept;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
