import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { repositoryRoot } from './paths.ts';

/** The result of a finished program; `code` is 128 plus the signal's number if a signal ended it. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a program. `cwd` is the repository's root unless given. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program after this time, in milliseconds; it then counts as failed. */
  readonly timeoutMs?: number;
}

/**
 * Runs a program, collects its output and forwards SIGINT, SIGTERM and SIGHUP to it. Never throws: a program that cannot
 * start results in code 127.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? repositoryRoot,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(command),
      timeout: options.timeoutMs,
    });
    let stdout = '';
    let stderr = '';
    const stop = forwardSignals(child);
    const finish = (result: RunResult): void => {
      stop();
      resolve(result);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', (error) => finish({ code: 127, stdout, stderr: `${stderr}${error.message}\n` }));
    child.on('close', (code, signal) => finish({ code: toExitCode(code, signal), stdout, stderr }));
  });
}

/**
 * Runs a program on this terminal, forwards SIGINT, SIGTERM and SIGHUP to it, and returns its exit code (127, with a
 * message on stderr, if it cannot start).
 */
export function runOnTerminal(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? repositoryRoot,
      env: options.env ?? process.env,
      stdio: 'inherit',
      shell: needsShell(command),
      timeout: options.timeoutMs,
    });
    const stop = forwardSignals(child);
    const finish = (code: number): void => {
      stop();
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    child.on('close', (code, signal) => finish(toExitCode(code, signal)));
  });
}

/** Forwards what ends this process to a program, until the returned function is called. */
function forwardSignals(child: ChildProcess): () => void {
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

function toExitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/** On Windows npm and npx are .cmd files, which only a shell can start. */
function needsShell(command: string): boolean {
  return process.platform === 'win32' && /^(npm|npx)$/.test(command);
}
