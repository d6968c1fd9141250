import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process with the real engine (see `engine-process.ts`). */
export interface EngineProcess {
  /** Lets it begin, and kill itself at a write if one is given; the second call makes it exit. */
  order(killAtWrite?: number): void;
  /** Resolves when it has printed the word this many times since the last wait; false if it ended before. */
  hears(word: string, times?: number): Promise<boolean>;
  /** Kills it without a chance to clean up; resolves when it is gone. */
  kill(): Promise<void>;
  /** What it printed on stderr. */
  readonly errors: readonly string[];
}

/** Starts one; it loads its program and waits. `cache` is a folder where processes share their compiled code. */
export function runEngineProcess(home: string, dataFolder: string, nowMs: number, cache: string): EngineProcess {
  const script = fileURLToPath(new URL('./engine-process.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, home, dataFolder, String(nowMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const ended = once(child, 'close');
  if (child.stdout === null || child.stdin === null) throw new Error('the engine has no input and output');
  const { stdin } = child;
  // A killed process reads nothing more.
  stdin.on('error', () => undefined);
  const errors: string[] = [];
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    errors,
    order: (killAtWrite) => void stdin.write(`${killAtWrite ?? ''}\n`),
    async hears(word, times = 1) {
      for (let left = times; left > 0;) {
        const said = await words.next();
        if (said.done === true) return false;
        if (said.value.startsWith('error')) errors.push(said.value);
        if (said.value === word) left--;
      }
      return true;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
