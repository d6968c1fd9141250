import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { joinCommandLine } from '../../../shared/processes/command-line.ts';
import { toLinuxName } from './linux-reads.ts';
import { defaultKernelUnits, isProcess, parseBootSeconds, parseLinuxArguments, parseLinuxStat } from './linux-stat.ts';

/** Between the parts of the output; longer than a name that a process can give itself there. */
const marks = { args: '@@fuelgauge arguments@@', folders: '@@fuelgauge folders@@' } as const;

/**
 * What a shell runs in a distribution: it prints its kernel's files, so that what `/proc` says is read as on Linux, with one
 * program for each part instead of one for each process. Works with BusyBox, too.
 */
export const wslScript = [
  "grep '^btime ' /proc/stat",
  'cat /proc/[0-9]*/stat 2>/dev/null',
  `echo '${marks.args}'`,
  "grep -aHs '' /proc/[0-9]*/cmdline",
  `echo '${marks.folders}'`,
  'ls -ld /proc/[0-9]*/cwd 2>/dev/null',
  'exit 0',
].join('; ');

/** The second at which a distribution's kernel started, by the script's output; null when it is missing. */
export function parseWslBoot(output: string): number | null {
  return parseBootSeconds(output.slice(0, output.indexOf(marks.args)));
}

/**
 * Parses the script's output: processes with the distribution's own pids. Malformed lines are skipped. No rows where the
 * output is not the script's.
 */
export function parseWslTable(output: string, bootSeconds: number): readonly ProcessSample[] {
  const [stats = '', rest] = splitAt(output, marks.args);
  if (rest === undefined) return [];
  const [args = '', folders = ''] = splitAt(rest, marks.folders);
  const commandLines = parseCommandLines(args);
  const cwds = parseFolders(folders);
  return stats.split('\n').flatMap((line) => {
    const stat = parseLinuxStat(line);
    if (stat === null || !isProcess(stat)) return [];
    const { pid, parentPid, comm, cpuTicks, startTicks, rssPages, state } = stat;
    const commandLine = commandLines.get(pid) ?? '';
    const { ticksPerSecond, pageBytes } = defaultKernelUnits;
    return [
      {
        ...{ pid, parentPid, commandLine, name: toLinuxName(comm, commandLine), cwd: cwds.get(pid) ?? null },
        startedAtMs: bootSeconds * 1_000 + Math.round((startTicks * 1_000) / ticksPerSecond),
        cpuTimeMs: Math.round((cpuTicks * 1_000) / ticksPerSecond),
        rssBytes: rssPages * pageBytes,
        isPaused: state === 'T',
      },
    ];
  });
}

/** A mark has a line to itself: an argument cannot be one, since each of its lines has a name before it. */
function splitAt(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(`\n${mark}\n`);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length + 1)];
}

/** Each line of a command line has the name of its file before it: arguments may hold line breaks. */
function parseCommandLines(text: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string[]>();
  for (const line of text.split('\n')) {
    const [, pid = '', part = ''] = /^\/proc\/(\d+)\/cmdline:([^]*)$/.exec(line) ?? [];
    if (pid !== '') lines.set(Number(pid), [...(lines.get(Number(pid)) ?? []), part]);
  }
  return new Map([...lines].map(([pid, parts]) => [pid, joinCommandLine(parseLinuxArguments(parts.join('\n')))]));
}

function parseFolders(text: string): ReadonlyMap<number, string> {
  const folders = new Map<number, string>();
  for (const line of text.split('\n')) {
    const [, pid = '', folder = ''] = /\s\/proc\/(\d+)\/cwd -> (\/.*)$/.exec(line) ?? [];
    if (pid !== '') folders.set(Number(pid), folder);
  }
  return folders;
}
