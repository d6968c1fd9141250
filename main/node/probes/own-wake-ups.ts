import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SwitchCounts } from '../../../shared/processes/wake-ups.ts';

/** Fuelgauge has some hundred threads; more than this are not read. */
const maxThreads = 2_000;

/**
 * The voluntary context switches of all threads of some processes, by process and thread (proc_pid_status(5)): each is
 * a thread that waits and wakes up again. Preemptions by a busy machine do not count. Null where the
 * system has no such files, and where one of the processes cannot be read: a sum with an unknown part is unknown.
 */
export async function readSwitchCounts(pids: readonly number[], proc = '/proc'): Promise<SwitchCounts | null> {
  const counts = new Map<string, number>();
  for (const pid of pids) {
    const folder = join(proc, String(pid), 'task');
    const threads = await readdir(folder).catch(() => null);
    if (threads === null || counts.size + threads.length > maxThreads) return null;
    for (const thread of threads) {
      // A thread may end at any time.
      const text = await readFile(join(folder, thread, 'status'), 'utf8').catch(() => null);
      if (text === null) continue;
      const count = parseSwitches(text);
      if (count === null) return null;
      counts.set(`${pid}/${thread}`, count);
    }
  }
  return counts.size === 0 ? null : counts;
}

/** The voluntary switches in a `status` file; null where it does not say. */
function parseSwitches(text: string): number | null {
  const voluntary = /^voluntary_ctxt_switches:\s*(\d{1,15})$/m.exec(text);
  return voluntary === null ? null : Number(voluntary[1]);
}
