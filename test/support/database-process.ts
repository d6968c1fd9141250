import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OwnerOrder } from './database-owner.ts';

/** A database that is owned by another process. */
export interface OwnedDatabase {
  /** Resolves when it is done; rejects with the error. */
  tell(order: OwnerOrder): Promise<void>;
  /** Closes the database as an agent does when it quits. */
  quit(): Promise<void>;
  /** Kills the process. */
  kill(): Promise<void>;
}

/** Starts a process that opens a database, or creates it. */
export async function startOwner(path: string): Promise<OwnedDatabase> {
  const script = fileURLToPath(new URL('database-owner.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await answers.next()).value);
  const opened = await next();
  if (opened !== 'open') throw new Error(`the owner said ${opened}`);
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return {
    async tell(order) {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const answer = await next();
      if (answer !== 'done') throw new Error(answer);
    },
    async quit() {
      child.stdin.end();
      await end();
    },
    async kill() {
      child.kill('SIGKILL');
      await end();
    },
  };
}
