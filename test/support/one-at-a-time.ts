import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const everyMs = 100;
/** A lock this old was left behind by a run that was killed. */
const abandonedMs = 600_000;

/** Does `work` while no other process on this machine does what the same folder locks: `lock` must not exist. */
export async function oneAtATime<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await takeLock(lock))) await delay(everyMs);
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > abandonedMs) await rm(lock, { recursive: true, force: true });
    return false;
  }
}
