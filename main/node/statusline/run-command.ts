import { loadChildProcess } from './child-process.ts';

const maxBytes = 65_536;

/**
 * Runs a command of the person's in a shell, as the agent would, with `input` on its standard input. Resolves to what it
 * printed, also when it fails or its time is up; then everything that it started is ended. Never rejects.
 */
export function runCommand(command: string, input: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // A group of its own can be ended as a whole. Windows has none, and would open a window.
    const isPosix = process.platform !== 'win32';
    const child = loadChildProcess().spawn(command, {
      shell: true,
      detached: isPosix,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const finish = (): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stdin.destroy();
      resolve(Buffer.concat(chunks).toString('utf8'));
    };
    const end = (): void => {
      try {
        if (isPosix && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill();
      } catch {
        // It has already ended.
      }
      finish();
    };
    const timer = setTimeout(end, timeoutMs);
    child.on('error', finish);
    child.on('close', finish);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.stdout.on('data', (chunk: Buffer) => {
      if (bytes < maxBytes) chunks.push(chunk.subarray(0, maxBytes - bytes));
      bytes += chunk.length;
      if (bytes >= maxBytes) end();
    });
  });
}
