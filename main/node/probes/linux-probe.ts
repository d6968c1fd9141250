import { closeSync, openSync, readSync } from 'node:fs';
import { open, readFile, readdir, readlink } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { commandLineLimit, joinCommandLine, toBaseName } from '../../../shared/processes/command-line.ts';
import { findAgent } from '../../../shared/processes/find-agent.ts';
import {
  defaultKernelUnits,
  parseBootSeconds,
  parseKernelUnits,
  parseLinuxArguments,
  parseLinuxStat,
  type KernelUnits,
  type LinuxStat,
} from './linux-stat.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { ProbeError } from './probe-error.ts';
import { shareRunningCall } from './share-running-call.ts';

/** Number of command lines and folders read concurrently: Node has four threads for them. */
const lanes = 4;
const statsPerTurn = 64;
/** A process older than this has its final command line; before that, scripts may still exec other programs. */
const finalAfterMs = 10_000;

interface SystemFacts extends KernelUnits {
  readonly bootMs: number;
}

/** A command line that was read before, and the process it belongs to. */
interface KnownCommand {
  readonly startTicks: number;
  readonly comm: string;
  readonly commandLine: string;
}

/**
 * The Linux probe: reads `/proc`. Kernel threads and zombies are left out, as are processes that vanish while being
 * read. The working directory is read for agents only. A sweep reads one small file per known process, two per new one.
 * Memory is the resident set; shared parts are counted for every process.
 */
export function createLinuxProbe(procFolder = '/proc'): ProcessProbe {
  let facts: SystemFacts | null = null;
  let known = new Map<number, KnownCommand>();

  const sample = async (): Promise<readonly ProcessSample[]> => {
    // Read once: the kernel recalculates it from a clock that is being corrected, and start times must not drift.
    facts ??= await readSystemFacts(procFolder);
    const { bootMs, ticksPerSecond, pageBytes } = facts;
    const nowMs = Date.now();
    const next = new Map<number, KnownCommand>();
    const toSample = async (stat: LinuxStat): Promise<ProcessSample | null> => {
      const folder = `${procFolder}/${stat.pid}`;
      const startedAtMs = bootMs + Math.round((stat.startTicks * 1_000) / ticksPerSecond);
      const commandLine = knownCommandLine(known.get(stat.pid), stat) ?? (await readCommandLine(folder));
      if (commandLine === null) return null;
      if (nowMs - startedAtMs > finalAfterMs) {
        next.set(stat.pid, { startTicks: stat.startTicks, comm: stat.comm, commandLine });
      }
      const name = toName(stat.comm, commandLine);
      return {
        pid: stat.pid,
        parentPid: stat.parentPid,
        name,
        commandLine,
        cwd: findAgent({ name, commandLine }) === null ? null : await readlink(`${folder}/cwd`).catch(() => null),
        startedAtMs,
        cpuTimeMs: Math.round((stat.cpuTicks * 1_000) / ticksPerSecond),
        rssBytes: stat.rssPages * pageBytes,
      };
    };
    const samples = await mapConcurrently(await readStats(procFolder), lanes, toSample);
    known = next;
    return samples.filter((read) => read !== null);
  };
  return { sample: shareRunningCall(sample) };
}

/**
 * The stat lines of all processes. Read synchronously, a slice per turn: the kernel answers these from memory without
 * blocking, and going through Node's thread pool costs five times the processor time of the reads.
 */
async function readStats(procFolder: string): Promise<readonly LinuxStat[]> {
  const pids = (await readdir(procFolder)).filter((name) => /^\d+$/.test(name));
  const buffer = Buffer.alloc(1_024);
  const stats: LinuxStat[] = [];
  for (const [index, pid] of pids.entries()) {
    if (index > 0 && index % statsPerTurn === 0) await nextTurn();
    const stat = parseLinuxStat(readStat(`${procFolder}/${pid}/stat`, buffer));
    if (stat !== null && !stat.isKernelThread && stat.state !== 'Z' && stat.state !== 'X') stats.push(stat);
  }
  return stats;
}

/** A stat line, or nothing when the process is gone. */
function readStat(path: string, buffer: Buffer): string {
  try {
    const file = openSync(path, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

async function readSystemFacts(procFolder: string): Promise<SystemFacts> {
  const bootSeconds = parseBootSeconds(await readFile(`${procFolder}/stat`, 'utf8'));
  if (bootSeconds === null) throw new ProbeError({ kind: 'unreadable-output', program: `${procFolder}/stat` });
  const wordBytes = ['arm', 'ia32', 'mipsel'].includes(process.arch) ? 4 : 8;
  const units = await readFile('/proc/self/auxv').then(
    (auxv) => parseKernelUnits(auxv, wordBytes),
    () => defaultKernelUnits,
  );
  return { bootMs: bootSeconds * 1_000, ...units };
}

function knownCommandLine(command: KnownCommand | undefined, stat: LinuxStat): string | null {
  // A different name with the same start time means that the process now runs another program.
  return command?.startTicks === stat.startTicks && command.comm === stat.comm ? command.commandLine : null;
}

/** Asynchronous, unlike the above: the kernel waits for the process's memory, which may be stuck. Null when gone. */
async function readCommandLine(folder: string): Promise<string | null> {
  const file = await open(`${folder}/cmdline`).catch(() => null);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(commandLineLimit), 0, commandLineLimit, 0);
    return joinCommandLine(parseLinuxArguments(buffer.toString('utf8', 0, bytesRead)));
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** The kernel's name, or the argument that it was truncated from; Node calls its main thread `MainThread`. */
function toName(comm: string, commandLine: string): string {
  const executable = /^"([^"]*)"|^(\S+)/.exec(commandLine);
  const name = toBaseName(executable?.[1] ?? executable?.[2] ?? '');
  return name.startsWith(comm) || (name !== '' && comm.endsWith('MainThread')) ? name : comm;
}
