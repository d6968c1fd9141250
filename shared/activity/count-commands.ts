import type { ActivityRow } from '../domain/activity.ts';
import type { FindCalledTools } from './command-tools.ts';
import type { Shell, ShellCommand } from './shell-history.ts';
import { mergeActivity, toQuarterRow, toUndatedRow } from './slots.ts';

/** Where the commands without a time ended when a history was last read: a hash of the last few of them. */
export interface UndatedEnd {
  readonly commands: number;
  readonly hash: string;
}

/** How many of the last commands are hashed: enough to be found again, and not to be mistaken. */
const endLength = 8;

/** The numbers in a history. */
export interface CommandCounts {
  /** All of the commands with a time: a history is counted again as a whole. */
  readonly dated: readonly ActivityRow[];
  /** Those without a time that were added since. */
  readonly undated: readonly ActivityRow[];
  readonly end: UndatedEnd | null;
}

/**
 * Counts the calls of AI tools in a history. Nothing of its commands is kept, except a hash of the last ones without a
 * time. `before` is null for a history that was never read. Where its end cannot be found again, because the shell has
 * rewritten the file, nothing is counted: better too few than twice.
 */
export function countCommands(
  commands: Iterable<ShellCommand>,
  shell: Shell,
  options: {
    readonly findTools: FindCalledTools;
    readonly before: UndatedEnd | null;
    readonly fromMs: number;
    readonly hash: (text: string) => string;
  },
): CommandCounts {
  const dated: ActivityRow[] = [];
  const undated: string[] = [];
  for (const { atMs, text } of commands) {
    if (atMs === null) undated.push(text);
    else if (atMs >= options.fromMs) {
      for (const name of options.findTools(text)) dated.push(toQuarterRow(toSubject(name, shell), atMs, { count: 1 }));
    }
  }
  const added = undated.slice(findEnd(undated, options.before, options.hash));
  const rows = added.flatMap(options.findTools).map((name) => toUndatedRow(toSubject(name, shell), { count: 1 }));
  const last = undated.slice(-endLength);
  return {
    dated: mergeActivity(dated),
    undated: mergeActivity(rows),
    end: last.length === 0 ? options.before : { commands: last.length, hash: hashAll(last, options.hash) },
  };
}

/** The index of the first command after the known end. */
function findEnd(commands: readonly string[], end: UndatedEnd | null, hash: (text: string) => string): number {
  if (end === null) return 0;
  for (let at = commands.length; at >= end.commands; at -= 1) {
    if (hashAll(commands.slice(at - end.commands, at), hash) === end.hash) return at;
  }
  return commands.length;
}

function hashAll(commands: readonly string[], hash: (text: string) => string): string {
  return hash(JSON.stringify(commands));
}

function toSubject(name: string, shell: Shell) {
  return { kind: 'command', name, via: shell, origin: 'shell-history' } as const;
}
