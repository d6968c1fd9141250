import { parseEpochSeconds } from '../domain/instant.ts';

/** Shells whose histories are read. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** A command of a history. Its time is null where the shell does not write it. */
export interface ShellCommand {
  readonly atMs: number | null;
  readonly text: string;
}

/** Reads a shell's history. Never throws; an invalid time counts as none. */
export function* parseShellHistory(shell: Shell, text: string): Generator<ShellCommand> {
  const lines = text.split(/\r?\n/);
  if (shell === 'fish') yield* withoutImported([...parseFish(lines)]);
  else if (shell === 'powershell') yield* parseContinued(lines, '`');
  else if (shell === 'zsh') yield* parseZsh(lines);
  else yield* parseBash(lines);
}

/** With `HISTTIMEFORMAT`, a line `#<seconds>` precedes each command. */
function* parseBash(lines: readonly string[]): Generator<ShellCommand> {
  let atMs: number | null = null;
  let isContinued = false;
  for (const line of lines) {
    const [, seconds] = /^#(\d{9,11})$/.exec(line) ?? [];
    if (seconds !== undefined) {
      atMs = parseEpochSeconds(Number(seconds));
      isContinued = false;
    } else if (line !== '') {
      // The further lines of a command have no time of their own, and are none.
      if (atMs === null || !isContinued) yield { atMs, text: line };
      isContinued = atMs !== null;
    }
  }
}

/** With `EXTENDED_HISTORY`, `: <seconds>:<duration>;<command>`. A line that ends in a backslash continues. */
function* parseZsh(lines: readonly string[]): Generator<ShellCommand> {
  for (const { text } of parseContinued(lines, '\\')) {
    const [, seconds, command] = /^: (\d+):\d+;([^]*)$/.exec(text) ?? [];
    yield command === undefined ? { atMs: null, text } : { atMs: parseEpochSeconds(Number(seconds)), text: command };
  }
}

/** `- cmd: <command>`, and below it `  when: <seconds>`; line feeds of a command are written as `\n`. */
function* parseFish(lines: readonly string[]): Generator<ShellCommand> {
  let waiting: string | null = null;
  for (const line of lines) {
    const [, command] = /^- cmd: (.*)$/.exec(line) ?? [];
    const [, seconds] = /^ {2}when: (\d+)$/.exec(line) ?? [];
    if (command !== undefined) {
      if (waiting !== null) yield { atMs: null, text: waiting };
      waiting = command.replaceAll('\\n', '\n');
    } else if (seconds !== undefined && waiting !== null) {
      yield { atMs: parseEpochSeconds(Number(seconds)), text: waiting };
      waiting = null;
    }
  }
  if (waiting !== null) yield { atMs: null, text: waiting };
}

/** No person types this many commands within a second. */
const minImported = 3;

/**
 * On its first start, fish imports bash's history, whose commands are already counted there, and dates them all to that
 * moment: `populate_from_bash` in https://github.com/fish-shell/fish-shell/blob/master/src/history/history.rs.
 */
function withoutImported(commands: readonly ShellCommand[]): readonly ShellCommand[] {
  let from = 0;
  for (;;) {
    const { atMs = null } = commands[from] ?? {};
    let end = from;
    while (commands[end]?.atMs === atMs) end += 1;
    if (atMs === null || end - from < minImported) return commands.slice(from);
    from = end;
  }
}

function* parseContinued(lines: readonly string[], mark: string): Generator<ShellCommand> {
  let text = '';
  for (const line of lines) {
    const isContinued = line.endsWith(mark);
    text += isContinued ? `${line.slice(0, -1)}\n` : line;
    if (isContinued) continue;
    if (text !== '') yield { atMs: null, text };
    text = '';
  }
  if (text !== '') yield { atMs: null, text };
}
