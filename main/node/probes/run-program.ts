import { execFile } from 'node:child_process';

/** A table of thousands of processes with their command lines stays far below this. */
const maxOutputBytes = 64 * 1024 * 1024;

/**
 * Runs a program of the system without a shell and returns what it prints (UTF-8). Rejects with a sentence when it
 * is missing, fails, or takes longer than `timeoutMs`; it is killed then.
 */
export function runProgram(
  path: string,
  args: readonly string[],
  options: { readonly timeoutMs: number; readonly variables?: Readonly<Record<string, string>> },
): Promise<string> {
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
      if (error === null) resolve(output);
      else reject(new Error(toSentence(path, error, options.timeoutMs)));
    });
  });
}

function toSentence(path: string, error: Error & { code?: unknown; killed?: boolean }, timeoutMs: number): string {
  if (error.killed === true) return `${path} did not end within ${timeoutMs} ms and was stopped`;
  return typeof error.code === 'number' ? `${path} failed with code ${error.code}` : `${path} could not be run`;
}
