import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach } from 'vitest';
import { builtCli, runBuiltCli } from './run-cli.ts';

/** Where a server says it is. */
export interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly port: number;
  readonly fingerprint: string | null;
}

/**
 * Starts servers as processes, on the folders `home` and `data` below one; they are ended after the test. Call it at the
 * top of a test file.
 */
export function useServers(): (folder: string, ...args: readonly string[]) => Promise<Served> {
  const children: ChildProcess[] = [];
  afterEach(async () => {
    const running = children.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const exits = running.map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(exits);
  });
  return (folder, ...args) => startServer(folder, {}, args, (child) => children.push(child));
}

/** Starts one, with more variables in its environment, of any build; whoever calls it ends it. */
export async function startServer(
  folder: string,
  variables: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  onStart: (child: ChildProcess) => void = () => undefined,
  cli = builtCli,
): Promise<Served> {
  const folders = ['--home', join(folder, 'home'), '--data', join(folder, 'data')];
  const environment = { CLAUDE_CONFIG_DIR: undefined, CODEX_HOME: undefined, FUELGAUGE_CHECK_ANSWERS: '1' };
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--json', ...folders, ...args], {
    env: { ...process.env, ...environment, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onStart(child);
  const line = await Promise.race([readFirstLine(child.stdout), failAtExit(child)]);
  return { child, ...(JSON.parse(line) as Omit<Served, 'child'>) };
}

async function readFirstLine(output: Readable): Promise<string> {
  const [line] = (await once(createInterface(output), 'line')) as [string];
  return line;
}

/** One that cannot start says why on standard error, and nothing else. */
async function failAtExit(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`the server ended with ${code} before it said where it is`);
}

/** Creates a token for a server on the data folder below `folder`. */
export async function createTokenFor(folder: string, scope: string): Promise<string> {
  const args = ['token', 'create', 'test', '--scope', scope, '--data', join(folder, 'data')];
  return (await runBuiltCli(args)).stdout.trim();
}
