import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one run of a program cost, including the processes that it started and waited for, but not their memory. */
export interface ProcessFigures {
  readonly wallMs: number;
  /** User and system time, accurate to 10 ms. */
  readonly cpuMs: number;
  /** Peak resident memory. */
  readonly peakRssBytes: number;
}

/** A program to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

const pollMs = 5;
/** Linux counts CPU time in these units for every program, however the kernel was built. */
const tickMs = 10;

/**
 * Runs a program to its end. Its output goes to files in `outputFolder`, and stdout is returned. Linux only: it
 * reads /proc. Throws when the program fails. Run nothing else at the same time: the CPU time is that of all children.
 */
export async function measureProcess(
  command: Command,
  outputFolder: string,
): Promise<ProcessFigures & { readonly stdout: string }> {
  const [outPath, errorPath] = [join(outputFolder, 'stdout'), join(outputFolder, 'stderr')];
  const [out, error] = [openSync(outPath, 'w'), openSync(errorPath, 'w')];
  const cpuBefore = readChildrenCpuMs();
  const startedAt = performance.now();
  const child = spawn(command.program, command.args, { ...command, stdio: ['ignore', out, error] });
  let peakRssBytes = 0;
  const poll = setInterval(() => {
    peakRssBytes = Math.max(peakRssBytes, readPeakRssBytes(child.pid ?? 0));
  }, pollMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  const wallMs = performance.now() - startedAt;
  clearInterval(poll);
  closeSync(out);
  closeSync(error);
  const stdout = readFileSync(outPath, 'utf8');
  if (code !== 0) {
    const said = readFileSync(errorPath, 'utf8').slice(0, 2000);
    throw new Error(`${command.program} ${command.args.join(' ')} ended with ${code}: ${said}`);
  }
  return { wallMs, cpuMs: readChildrenCpuMs() - cpuBefore, peakRssBytes, stdout };
}

/** Peak resident memory of a process; 0 when it is gone. */
export function readPeakRssBytes(pid: number): number {
  return readKilobytes(`/proc/${pid}/status`, 'VmHWM') ?? 0;
}

/** A line like `Pss: 123 kB` of a kernel file, in bytes; null when there is none. */
export function readKilobytes(file: string, name: string): number | null {
  try {
    const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(file, 'utf8'));
    return match === null ? null : Number(match[1]) * 1024;
  } catch {
    return null;
  }
}

/** User and system time of a process so far, including all its threads. */
export function readCpuMs(pid: number): number {
  const fields = readStat(pid);
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

function readChildrenCpuMs(): number {
  const fields = readStat('self');
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
}

/** Fields of /proc/<pid>/stat from the third on; the second, the name, can contain anything. */
function readStat(pid: number | 'self'): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** The parent of a process; null when it is gone. */
export function readParentPid(pid: number): number | null {
  try {
    return Number(readStat(pid)[1]);
  } catch {
    return null;
  }
}
