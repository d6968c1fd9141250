import { readFile, readdir, readlink } from 'node:fs/promises';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import { splitCommandLine } from '../../../shared/processes/command-line.ts';
import { toRecord } from '../../../shared/lib/json-record.ts';
import { findOwnProgram, type TerminalTools } from './terminal-tools.ts';

const maxDescriptors = 1_024;

/** The window of `kitty @ ls` in which one of these processes runs; null when there is none, or the answer is malformed. */
export function findKittyWindow(output: string, pids: readonly number[]): number | null {
  for (const window of listWindows(parseJson(output))) {
    const { id, pid, foreground_processes: foreground } = window;
    const all = [pid, ...toList(foreground).map((process) => toRecord(process)?.['pid'])];
    if (typeof id === 'number' && Number.isSafeInteger(id) && all.some((each) => pids.includes(Number(each))))
      return id;
  }
  return null;
}

/** Selects kitty's window in which a process runs. False: remote control is off, which is the default (`listen_on`). */
export async function focusKitty(
  chain: readonly ProcessSample[],
  kitty: ProcessSample,
  tools: TerminalTools,
): Promise<boolean> {
  const program = await findOwnProgram(tools, kitty, 'kitty');
  const address = toKittyAddress(kitty) ?? (await findKittySocket(kitty.pid, tools));
  if (program === null || address === null) return false;
  const run = (...args: readonly string[]): Promise<string | null> =>
    tools.run(program, ['@', '--to', address, ...args]);
  const window = findKittyWindow(
    (await run('ls')) ?? '',
    chain.map(({ pid }) => pid),
  );
  return window !== null && (await run('focus-window', '--match', `id:${window}`)) !== null;
}

/** Where kitty listens by its command line; null when that does not say so. */
export function toKittyAddress({ commandLine, pid }: Pick<ProcessSample, 'commandLine' | 'pid'>): string | null {
  const args = splitCommandLine(commandLine);
  const at = args.indexOf('--listen-on');
  const listed =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--listen-on='))?.slice('--listen-on='.length);
  return listed === undefined || listed === '' ? null : listed.replaceAll('{kitty_pid}', String(pid));
}

/** The listening sockets of `/proc/net/unix` by their inode: a path, or a name that begins with `@`. */
export function parseUnixListeners(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^[\da-f]+: [\da-f]+ [\da-f]+ ([\da-f]{8}) [\da-f]+ [\da-f]+ +(\d+) (\S.*)$/i.exec(line);
    // The flag of a socket that accepts connections (`__SO_ACCEPTCON`).
    if (match !== null && (Number.parseInt(match[1] ?? '', 16) & 0x1_0000) !== 0)
      found.set(match[2] ?? '', match[3] ?? '');
  }
  return found;
}

/** Where kitty listens by its settings: its own socket, as the system lists it. */
async function findKittySocket(pid: number, tools: TerminalTools): Promise<string | null> {
  if (tools.platform !== 'linux') {
    const listed = (await tools.run('/usr/sbin/lsof', ['-a', '-U', '-p', String(pid), '-Fn'])) ?? '';
    const names = listed.split('\n').map((line) => /^n(\/\S*kitty\S*)$/.exec(line)?.[1]);
    const name = names.find((each) => each !== undefined);
    return name === undefined ? null : `unix:${name}`;
  }
  try {
    const listeners = parseUnixListeners(await readFile(`/proc/${pid}/net/unix`, 'utf8'));
    for (const name of (await readdir(`/proc/${pid}/fd`)).slice(0, maxDescriptors)) {
      const inode = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/${pid}/fd/${name}`))?.[1];
      const path = inode === undefined ? undefined : listeners.get(inode);
      if (path !== undefined) return `unix:${path}`;
    }
  } catch {
    // It has ended, or belongs to another user.
  }
  return null;
}

function listWindows(systems: unknown): readonly Readonly<Record<string, unknown>>[] {
  const tabs = toList(systems).flatMap((system) => toList(toRecord(system)?.['tabs']));
  return tabs.flatMap((tab) => toList(toRecord(tab)?.['windows'])).map((window) => toRecord(window) ?? {});
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
