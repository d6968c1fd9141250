import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { commandLineLimit, toBaseName } from '../../../shared/processes/command-line.ts';

/**
 * The two column sets to request from `ps`. Only the last column of a set is printed in full, so the executable (which
 * may contain spaces) and the arguments need one each. Every column has its own `-o`: after `=`, POSIX reads the rest
 * of the argument as a heading.
 */
export const psColumns = {
  executables: toArguments(['pid', 'comm']),
  processes: toArguments(['pid', 'ppid', 'lstart', 'time', 'rss', 'state', 'args']),
} as const;

const row =
  /^\s*(\d+)\s+(\d+)\s+\w{3}\s+(\w{3})\s+(\d+)\s+(\d+):(\d+):(\d+)\s+(\d{4})\s+([\d:.-]+)\s+(\d+)\s+([A-Za-z][^\s]*)(?:\s(.*))?$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Parses both outputs of `ps`, run with `LC_ALL=C` and `TZ=UTC`. Malformed lines are skipped. The working directory is
 * unknown. An executable with spaces is put in double quotes in the command line.
 */
export function parsePsTable(processes: string, executables: string): readonly ProcessSample[] {
  const paths = parseExecutables(executables);
  return processes
    .split('\n')
    .map((line) => parseRow(line, paths))
    .filter((sample) => sample !== null);
}

/**
 * Parses processor time as `ps` prints it: `123:45.67` (macOS), `02:03:04` or `5-02:03:04`; null when it is malformed.
 */
export function parsePsTime(text: string): number | null {
  const match = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (match === null) return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
}

function parseRow(line: string, paths: ReadonlyMap<number, string>): ProcessSample | null {
  const match = row.exec(line);
  if (match === null) return null;
  const [, pid, parentPid, month = '', day, hour, minute, second, year, time = '', rssKib, state = '', args = ''] =
    match;
  const cpuTimeMs = parsePsTime(time);
  if (cpuTimeMs === null || !months.includes(month)) return null;
  const commandLine = args.trimStart();
  const path = paths.get(Number(pid)) ?? commandLine.split(/\s/, 1)[0] ?? '';
  return {
    pid: Number(pid),
    parentPid: Number(parentPid),
    name: toBaseName(path),
    commandLine: quoteExecutable(commandLine, path).slice(0, commandLineLimit),
    cwd: null,
    startedAtMs: Date.UTC(
      Number(year),
      months.indexOf(month),
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    ),
    cpuTimeMs,
    rssBytes: Number(rssKib) * 1_024,
    isPaused: state.startsWith('T'),
  };
}

function parseExecutables(output: string): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const line of output.split('\n')) {
    const match = /^\s*(\d+) (.+)$/.exec(line);
    if (match !== null) paths.set(Number(match[1]), (match[2] ?? '').trim());
  }
  return paths;
}

function quoteExecutable(commandLine: string, path: string): string {
  const isWhole = commandLine.startsWith(path) && /^(?:\s|$)/.test(commandLine.slice(path.length));
  return isWhole && path.includes(' ') ? `"${path}"${commandLine.slice(path.length)}` : commandLine;
}

function toArguments(columns: readonly string[]): readonly string[] {
  return ['-axww', ...columns.flatMap((column) => ['-o', `${column}=`])];
}
