import { access, readdir, readFile, readlink, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { splitCommandLine, toBaseName } from '../../../shared/processes/command-line.ts';
import { runProgram } from '../probes/run-program.ts';

/** The tools for controlling terminals. */
export interface TerminalTools {
  readonly platform: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The user's number; null on Windows. */
  readonly userId: number | null;
  readonly home: string;
  /** Output of a program; null when it is missing, fails, or takes longer than some seconds. */
  run(program: string, args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<string | null>;
  /** Full path of what a process runs; null when it is not known. */
  executableOf(sample: ProcessSample): Promise<string | null>;
  /** Path of the terminal device that a process is attached to; null when it has none. */
  ttyOf(pid: number): Promise<string | null>;
}

const timeoutMs = 4_000;
const maxSockets = 50;
/** Where programs are that a person has added. An app that was not started from a shell has a short `PATH`. */
const programFolders = ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin', '/opt/local/bin'];

/** The tools of this system. */
export function createTerminalTools(platform: string): TerminalTools {
  const run: TerminalTools['run'] = (program, args, variables) =>
    runProgram(program, args, { timeoutMs, ...(variables && { variables }) }).catch(() => null);
  return {
    platform,
    home: homedir(),
    variables: process.env,
    userId: process.getuid?.() ?? null,
    run,
    async executableOf(sample) {
      if (platform !== 'linux') return toNamedPath(sample);
      return readlink(`/proc/${sample.pid}/exe`).catch(() => null);
    },
    async ttyOf(pid) {
      if (platform === 'win32') return null;
      if (platform === 'linux') return parseLinuxTty(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
      return parsePsTty((await run('/bin/ps', ['-o', 'tty=', '-p', String(pid)])) ?? '');
    },
  };
}

/** The program that a process runs, or the same one in one of the usual folders; null when neither is there. */
export async function findOwnProgram(
  tools: TerminalTools,
  sample: ProcessSample,
  name: string,
): Promise<string | null> {
  const own = await tools.executableOf(sample);
  if (own !== null && toBaseName(own) === name) return own;
  const beside = own === null ? [] : [path.join(path.dirname(own), name)];
  return findFile([...beside, ...programFolders.map((folder) => `${folder}/${name}`)]);
}

/** The first of these files that exists; null when none does. */
export async function findFile(files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    const exists = await access(file).then(
      () => true,
      () => false,
    );
    if (exists) return file;
  }
  return null;
}

/** The sockets in a folder that belongs to the user and to nobody else. */
export async function listOwnSockets(folder: string, userId: number | null): Promise<readonly string[]> {
  try {
    if (userId !== null && (await stat(folder)).uid !== userId) return [];
    const files = (await readdir(folder)).slice(0, maxSockets).map((name) => path.join(folder, name));
    const facts = await Promise.all(files.map((file) => stat(file).catch(() => null)));
    return files.filter((_file, index) => facts[index]?.isSocket() === true);
  } catch {
    return [];
  }
}

/**
 * The terminal in a line of `/proc/<pid>/stat`: device numbers 136 to 143 are pseudo-terminals, 4 the consoles
 * (proc_pid_stat(5), `Documentation/admin-guide/devices.txt` of the kernel). Null when there is none.
 */
export function parseLinuxTty(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const device = Number(fields[4] ?? NaN);
  if (!Number.isSafeInteger(device) || device <= 0) return null;
  const major = (device >> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >> 12) & 0xfff00);
  if (major >= 136 && major <= 143) return `/dev/pts/${(major - 136) * 256 + minor}`;
  return major === 4 ? `/dev/tty${minor}` : null;
}

/** The terminal as `ps -o tty=` prints it: `ttys003`, or `??` for none. */
export function parsePsTty(output: string): string | null {
  const name = output.trim();
  return /^[a-z]\w*$/i.test(name) ? `/dev/${name}` : null;
}

function toNamedPath({ commandLine }: ProcessSample): string | null {
  const [first = ''] = splitCommandLine(commandLine);
  return path.isAbsolute(first) || path.win32.isAbsolute(first) ? first : null;
}
