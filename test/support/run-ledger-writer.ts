import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process that writes a ledger (see `ledger-writer.ts`). */
export interface LedgerWriter {
  /** Resolves with the next line that it prints; null when it has ended. */
  nextLine(): Promise<string | null>;
  /** Lets one that pauses go on. */
  resume(): void;
  /** Kills it without a chance to clean up; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts one on a folder; `hold` only keeps the ledger open, `pause` waits after its first position. */
export function runLedgerWriter(folder: string, mode: 'write' | 'pause' | 'hold' = 'write'): LedgerWriter {
  const script = fileURLToPath(new URL('./ledger-writer.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, folder, mode], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  if (child.stdout === null) throw new Error('the writer has no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async nextLine() {
      const line = await lines.next();
      return line.done === true ? null : line.value;
    },
    resume: () => void child.stdin?.write('\n'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
