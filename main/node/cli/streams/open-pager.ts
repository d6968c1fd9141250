import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { OutputError } from './output-error.ts';
import type { PagerCommand } from './pager-command.ts';

/** A pager that is running. */
export interface Pager {
  /** Resolves when there is room for more. Rejects with an `OutputError` of reason `closed` once the person has quit. */
  write(text: string): Promise<void>;
  /** Waits until the person has quit. False when a shell could not start the pager, so that nothing was shown. */
  end(): Promise<boolean>;
}

/** What a shell answers when there is no such program, or when it cannot be run. */
const notStarted: readonly (number | null)[] = [126, 127];

/**
 * Starts a pager on our own terminal; null when there is no such program. While it runs, Ctrl-C belongs to the pager:
 * we wait, since a shell that took the terminal back would compete with it for keys.
 */
export async function openPager(command: PagerCommand): Promise<Pager | null> {
  const child = spawn(command.file, [...command.args], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, ...command.variables },
    windowsHide: true,
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  // Writing to a pager that has ended fails; the write itself reports it.
  child.stdin.on('error', () => undefined);
  try {
    await once(child, 'spawn');
  } catch {
    return null;
  }
  process.on('SIGINT', ignore);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        child.stdin.write(text, (error) => {
          if (error) reject(new OutputError(error));
          else resolve();
        });
      }),
    async end() {
      child.stdin.end();
      const code = await ended;
      process.off('SIGINT', ignore);
      return !notStarted.includes(code);
    },
  };
}

function ignore(): void {
  // The pager decides what Ctrl-C means.
}
