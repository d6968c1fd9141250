import { execFile } from 'node:child_process';
import type { ProbeFailure } from '../../../shared/domain/failures.ts';
import { ProbeError } from './probe-error.ts';

/** A table of thousands of processes with their command lines stays far below this. */
const maxOutputBytes = 64 * 1024 * 1024;

/**
 * Runs a system program without a shell and returns its output (UTF-8). Rejects with a `ProbeError` when it is missing,
 * fails (exits with another code than 0 and those in `acceptsExitCodes`), or takes longer than `timeoutMs`, in which
 * case it is killed.
 */
export function runProgram(
  path: string,
  args: readonly string[],
  options: {
    readonly timeoutMs: number;
    readonly variables?: Readonly<Record<string, string>>;
    readonly acceptsExitCodes?: readonly number[];
  },
): Promise<string> {
  const isAccepted = (code: unknown): boolean =>
    typeof code === 'number' && options.acceptsExitCodes?.includes(code) === true;
  return new Promise((resolve, reject) => {
    const execOptions = {
      encoding: 'utf8',
      env: { ...process.env, ...options.variables },
      killSignal: 'SIGKILL',
      maxBuffer: maxOutputBytes,
      timeout: options.timeoutMs,
      windowsHide: true,
    } as const;
    execFile(path, args, execOptions, (error, output) => {
      if (error === null || isAccepted(error.code)) resolve(output);
      else reject(new ProbeError(toFailure(path, error, options.timeoutMs)));
    });
  });
}

function toFailure(
  program: string,
  error: Error & { code?: unknown; killed?: boolean },
  timeoutMs: number,
): ProbeFailure {
  if (error.killed === true) return { kind: 'timed-out', program, timeoutMs };
  return typeof error.code === 'number'
    ? { kind: 'failed', program, exitCode: error.code }
    : { kind: 'cannot-run', program };
}
