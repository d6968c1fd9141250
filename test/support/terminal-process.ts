import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { builtCli } from './run-cli.ts';
import { toScreen } from './terminal-screen.ts';
import { waitUntil } from './wait-until.ts';

/** Why no test can have a terminal here; null where it can: `script` of util-linux makes one. */
export const noTerminalReason =
  process.platform === 'linux' && existsSync('/usr/bin/script') ? null : 'needs script(1) of util-linux';

/** A command in a terminal of its own. */
export interface TerminalProcess {
  /** Everything that it wrote. */
  output(): string;
  /** What the terminal shows now. */
  screen(): string;
  /** Resolves when the screen shows that. */
  shows(pattern: RegExp): Promise<void>;
  type(keys: string): void;
  /** Resolves with everything that was written when the command has ended. */
  ended(): Promise<string>;
}

/** Runs a command of `sh` in a terminal of that size. `$CLI` is the built command line. */
export function startInTerminal(
  command: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  variables: Readonly<Record<string, string>> = {},
): TerminalProcess {
  const text = `stty rows ${rows} cols ${columns}; CLI="${process.execPath} ${builtCli}"; ${command}`;
  const child = spawn('/usr/bin/script', ['-qfec', text, '/dev/null'], {
    stdio: 'pipe',
    env: {
      ...process.env,
      SHELL: '/bin/sh',
      TERM: 'xterm-256color',
      NO_COLOR: undefined,
      PAGER: 'cat',
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      ...variables,
    },
  });
  const end = once(child, 'close');
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => (output += data));
  child.stdin.on('error', () => undefined);
  const screen = (): string => toScreen(output, columns, rows);
  return {
    output: () => output,
    screen,
    async shows(pattern) {
      await waitUntil(`${pattern} on the screen`, () => pattern.test(screen()));
    },
    type: (keys) => void child.stdin.write(keys),
    async ended() {
      await end;
      return output;
    },
  };
}
