import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** A real process that looks like an agent, with a real child that looks like its MCP server. */
export interface StandIn {
  readonly pid: number;
  readonly serverPid: number;
  /** The port that the server listens on. */
  readonly port: number;
  /** Ends the agent and leaves its server behind. */
  exit(): Promise<void>;
}

const server = `
  const listening = require('node:net').createServer().listen(0, '127.0.0.1', () => {
    process.stdout.write(process.pid + ' ' + listening.address().port + '\\n');
  });
  if (process.env.STUBBORN === '1') process.on('SIGTERM', () => undefined);`;
const agent = `
  if (process.env.OPEN_LOG) require('node:fs').openSync(process.env.OPEN_LOG, 'a');
  const child = require('node:child_process').spawn(process.env.REAL_NODE, [process.env.SERVER], {
    stdio: ['ignore', 'inherit', 'inherit'], detached: true,
  });
  child.unref();
  const held = [];
  if (process.env.BUSY === '1') {
    // Much of one core, and ten megabytes more every quarter of a second, up to four hundred.
    setInterval(() => {
      if (held.length < 40) held.push(Buffer.alloc(10_000_000, 1));
      const endMs = performance.now() + 200;
      while (performance.now() < endMs);
    }, 250);
  }
  process.stdin.resume().on('end', () => process.exit());`;

/** Starts such agents; they and their servers are ended after each test. Call it at the top of a test file. */
export function useStandInAgents(): (
  folder: string,
  options?: {
    readonly name?: string;
    readonly openLog?: string;
    readonly args?: readonly string[];
    readonly isStubborn?: boolean;
    /** It burns CPU and grows. */
    readonly isBusy?: boolean;
  },
) => Promise<StandIn> {
  const pids = new Set<number>();
  afterEach(() => {
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended, as it should.
      }
    }
    pids.clear();
  });
  return async (folder, { name = 'codex', openLog = '', args = [], isStubborn = false, isBusy = false } = {}) => {
    const script = join(folder, 'node_modules/@example/mcp-server/index.js');
    mkdirSync(dirname(script), { recursive: true });
    writeFileSync(script, server);
    const program = join(folder, name);
    symlinkSync(process.execPath, program);
    const variables = {
      REAL_NODE: process.execPath,
      SERVER: script,
      OPEN_LOG: openLog,
      BUSY: isBusy ? '1' : '',
      STUBBORN: isStubborn ? '1' : '',
    };
    const child = spawn(program, ['-e', agent, ...args], {
      cwd: folder,
      env: { ...process.env, ...variables },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
    );
    const [serverPid = 0, port = 0] = line.trim().split(' ').map(Number);
    const pid = child.pid ?? 0;
    pids.add(pid).add(serverPid);
    return {
      pid,
      serverPid,
      port,
      exit: () =>
        new Promise((resolve) => {
          child.once('exit', () => resolve());
          child.stdin.end();
        }),
    };
  };
}
