import { readdir, readlink } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { IsFollowed, ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { inspectLinux } from './linux-details.ts';
import { createStatReader, readCommandLine, readSystemFacts, toLinuxName, type SystemFacts } from './linux-reads.ts';
import { isProcess, type LinuxStat } from './linux-stat.ts';
import { createLinuxTable } from './linux-table.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { shareRunningCall } from './share-running-call.ts';

/** Number of command lines and folders read concurrently: Node has four threads for them. */
const lanes = 4;
const statsPerTurn = 64;

/**
 * The Linux probe: reads `/proc`. Kernel threads and zombies are left out, as are processes that vanish while being
 * read. The working directory is read for followed processes only, not for what they started. A sweep reads one small
 * file per followed process and per eighth of the others, two per new one. Memory is the resident set; shared parts are
 * counted for every process.
 */
export function createLinuxProbe(procFolder = '/proc'): ProcessProbe {
  let facts: SystemFacts | null = null;
  const table = createLinuxTable();
  const readStat = createStatReader(procFolder);

  const sample = async (isFollowed: IsFollowed): Promise<readonly ProcessSample[]> => {
    // Read once: the kernel recalculates it from a clock that is being corrected, and start times must not drift.
    facts ??= await readSystemFacts(procFolder);
    const units = facts;
    const pids = (await readdir(procFolder)).map(Number).filter((pid) => pid > 0);
    const nowMs = Date.now();
    const stats: LinuxStat[] = [];
    for (const [index, pid] of table.begin(pids).entries()) {
      if (index > 0 && index % statsPerTurn === 0) await nextTurn();
      const stat = readStat(pid);
      if (stat === null) table.drop(pid);
      else stats.push(stat);
    }
    await mapConcurrently(stats, lanes, async (stat) => {
      const folder = `${procFolder}/${stat.pid}`;
      const found = isProcess(stat) ? await toSample(stat, table.known(stat), folder, units, isFollowed) : null;
      if (found === 'gone') table.drop(stat.pid);
      else table.put(stat, found, nowMs);
    });
    return table.end(isFollowed);
  };
  return {
    sample: shareRunningCall(sample),
    inspect: (pids, kinds) => inspectLinux(procFolder, pids, kinds),
  };
}

async function toSample(
  stat: LinuxStat,
  known: ProcessSample | null,
  folder: string,
  { bootMs, ticksPerSecond, pageBytes }: SystemFacts,
  isFollowed: IsFollowed,
): Promise<ProcessSample | 'gone'> {
  const commandLine = known?.commandLine ?? (await readCommandLine(folder));
  if (commandLine === null) return 'gone';
  const { pid, parentPid } = stat;
  const name = known?.name ?? toLinuxName(stat.comm, commandLine);
  return {
    pid,
    parentPid,
    name,
    commandLine,
    cwd: isFollowed({ pid, name, commandLine }) ? await readlink(`${folder}/cwd`).catch(() => null) : null,
    startedAtMs: bootMs + Math.round((stat.startTicks * 1_000) / ticksPerSecond),
    cpuTimeMs: Math.round((stat.cpuTicks * 1_000) / ticksPerSecond),
    rssBytes: stat.rssPages * pageBytes,
    isPaused: stat.state === 'T',
  };
}
