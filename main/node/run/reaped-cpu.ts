import { readFile } from 'node:fs/promises';
import { readSystemFacts } from '../probes/linux-reads.ts';

/**
 * CPU time of all children of this process that have ended, with everything that they waited for, milliseconds. The
 * kernel counts it, so that nothing between two samples is missed; null where it does not (proc(5): cutime, cstime).
 */
export async function readReapedCpuMs(procFolder = '/proc'): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  try {
    const { ticksPerSecond } = await readSystemFacts(procFolder);
    const stat = await readFile(`${procFolder}/self/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[13]) + Number(fields[14]);
    return Number.isFinite(ticks) ? (ticks * 1_000) / ticksPerSecond : null;
  } catch {
    return null;
  }
}
