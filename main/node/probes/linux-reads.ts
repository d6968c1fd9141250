import { closeSync, openSync, readSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { commandLineLimit, joinCommandLine, toBaseName } from '../../../shared/processes/command-line.ts';
import {
  defaultKernelUnits,
  parseBootSeconds,
  parseKernelUnits,
  parseLinuxArguments,
  parseLinuxStat,
  type KernelUnits,
  type LinuxStat,
} from './linux-stat.ts';
import { ProbeError } from './probe-error.ts';

/** Facts that stay the same until the system restarts. */
export interface SystemFacts extends KernelUnits {
  readonly bootMs: number;
}

/** Reads the system's facts. Rejects with a `ProbeError` when there is no boot time. */
export async function readSystemFacts(procFolder: string): Promise<SystemFacts> {
  const bootSeconds = parseBootSeconds(await readFile(`${procFolder}/stat`, 'utf8'));
  if (bootSeconds === null) throw new ProbeError({ kind: 'unreadable-output', program: `${procFolder}/stat` });
  const wordBytes = ['arm', 'ia32', 'mipsel'].includes(process.arch) ? 4 : 8;
  const units = await readFile('/proc/self/auxv').then(
    (auxv) => parseKernelUnits(auxv, wordBytes),
    () => defaultKernelUnits,
  );
  return { bootMs: bootSeconds * 1_000, ...units };
}

/**
 * Builds a function that reads the stat line of a process; null when it is gone. Synchronous: the kernel answers from
 * memory without blocking, and going through Node's thread pool costs five times the processor time of the read.
 */
export function createStatReader(procFolder: string): (pid: number) => LinuxStat | null {
  const buffer = Buffer.alloc(1_024);
  return (pid) => {
    try {
      const file = openSync(`${procFolder}/${pid}/stat`, 'r');
      try {
        return parseLinuxStat(buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, 0)));
      } finally {
        closeSync(file);
      }
    } catch {
      return null;
    }
  };
}

/**
 * A process's command line; null when the process is gone. Asynchronous, unlike the above: the kernel waits for the
 * process's memory, which may be stuck.
 */
export async function readCommandLine(folder: string): Promise<string | null> {
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
export function toLinuxName(comm: string, commandLine: string): string {
  const executable = /^"([^"]*)"|^(\S+)/.exec(commandLine);
  const name = toBaseName(executable?.[1] ?? executable?.[2] ?? '');
  return name.startsWith(comm) || (name !== '' && comm.endsWith('MainThread')) ? name : comm;
}
