/** What the kernel's auxiliary vector says about the units of /proc. */
export interface KernelUnits {
  readonly ticksPerSecond: number;
  readonly pageBytes: number;
}

/** Linux reports 100 Hz to user space on every architecture that Node runs on; 4 KiB is the most common page size. */
export const defaultKernelUnits: KernelUnits = { ticksPerSecond: 100, pageBytes: 4_096 };

const auxvPageSize = 6;
const auxvClockTicks = 17;

/**
 * Reads `/proc/self/auxv`: pairs of machine words, type and value (getauxval(3)). Pages are 16 or 64 KiB on some ARM
 * systems. Missing or implausible values are replaced by the default.
 */
export function parseKernelUnits(auxv: Buffer, wordBytes: 4 | 8): KernelUnits {
  const values = new Map<number, number>();
  for (let at = 0; at + 2 * wordBytes <= auxv.length; at += 2 * wordBytes) {
    // Only the low half matters: both values are small, and Linux on every architecture of Node's but s390x is
    // little-endian.
    values.set(auxv.readUInt32LE(at), auxv.readUInt32LE(at + wordBytes));
  }
  const ticksPerSecond = values.get(auxvClockTicks) ?? 0;
  const pageBytes = values.get(auxvPageSize) ?? 0;
  return {
    ticksPerSecond: ticksPerSecond >= 1 && ticksPerSecond <= 10_000 ? ticksPerSecond : 100,
    pageBytes: pageBytes >= 1_024 && pageBytes <= 1_048_576 ? pageBytes : 4_096,
  };
}

/** Second of the epoch at which the system started, from `/proc/stat`; null when it is missing. */
export function parseBootSeconds(stat: string): number | null {
  const match = /^btime (\d+)$/m.exec(stat);
  return match === null ? null : Number(match[1]);
}

/** One line of `/proc/<pid>/stat` (proc_pid_stat(5)), in the kernel's own units. */
export interface LinuxStat {
  readonly pid: number;
  /** At most 15 bytes, set at `exec` and by threads that rename themselves. */
  readonly comm: string;
  readonly state: string;
  readonly parentPid: number;
  readonly isKernelThread: boolean;
  readonly cpuTicks: number;
  readonly startTicks: number;
  readonly rssPages: number;
}

const kernelThreadFlag = 0x0020_0000;

/** Parses a stat line; null when it is not one. The name may contain spaces, parentheses and line feeds. */
export function parseLinuxStat(text: string): LinuxStat | null {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open < 0 || close < open) return null;
  // The first of these is the line's third field.
  const fields = text.slice(close + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3] ?? NaN);
  const stat: LinuxStat = {
    pid: Number.parseInt(text, 10),
    comm: text.slice(open + 1, close),
    state: fields[0] ?? '',
    parentPid: field(4),
    isKernelThread: (field(9) & kernelThreadFlag) !== 0,
    cpuTicks: field(14) + field(15),
    startTicks: field(22),
    rssPages: field(24),
  };
  const numbers = [stat.pid, stat.parentPid, stat.cpuTicks, stat.startTicks, stat.rssPages];
  return numbers.every(Number.isSafeInteger) ? stat : null;
}

/** Whether it is a program that runs: no thread of the kernel, and not one that has ended. */
export function isProcess({ isKernelThread, state }: LinuxStat): boolean {
  return !isKernelThread && state !== 'Z' && state !== 'X';
}

/**
 * Splits `/proc/<pid>/cmdline` into its arguments. A process that wrote its own title there has a title with spaces.
 */
export function parseLinuxArguments(cmdline: string): readonly string[] {
  const args = cmdline.replace(/\0+$/, '').split('\0');
  // Electron's helpers write `path --type=renderer …` as one string, others `npm exec …`: split it at the spaces.
  if (args.length === 1) return (args[0] ?? '').split(/\s+/).filter((part) => part !== '');
  return args;
}
