import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../../build/lib/paths.ts';

/** A line of `watch --json`, as far as tests look at it. */
export interface WatchLine {
  readonly generatedAt: string;
  readonly phase: string;
  readonly blocks: readonly unknown[];
  readonly today: { readonly events: number };
  readonly week: { readonly events: number };
  readonly problems: readonly { readonly id: string; readonly message: string }[];
}

/** The built command line's `watch --json` in a process of its own. */
export interface WatchProcess {
  readonly pid: number;
  /** The newest line; null before the first. */
  newest(): WatchLine | null;
  /** What was written to stderr so far. */
  complaints(): string;
  /** Ends it with a signal; resolves when the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** How to start it. */
export interface WatchOptions {
  /** A program and its arguments, which runs the command that follows them. */
  readonly prefix?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts it on a home and a data folder. */
export function startWatch(home: string, data: string, { prefix = [], variables }: WatchOptions = {}): WatchProcess {
  const cli = join(repositoryRoot, 'dist', 'cli.js');
  const env = { ...process.env, CLAUDE_CONFIG_DIR: undefined, CODEX_HOME: undefined, TZ: 'UTC', ...variables };
  const watch = [process.execPath, cli, 'watch', '--json', '--home', home, '--data', data];
  const [program = process.execPath, ...args] = [...prefix, ...watch];
  const child: ChildProcess = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const ended = once(child, 'close');
  let newest: WatchLine | null = null;
  let complaints = '';
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => (newest = JSON.parse(line) as WatchLine));
  }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  return {
    pid: child.pid ?? -1,
    newest: () => newest,
    complaints: () => complaints,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
