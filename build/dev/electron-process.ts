import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryRoot } from '../lib/paths.ts';

/** How long a quitting app may take before it is killed. */
const quitLimitMs = 5_000;

/** An Electron that can be started again and whose pages can be reloaded. */
export interface ElectronProcess {
  /** Starts it, or ends it first when it runs. Restarts requested meanwhile become one. */
  restart(): void;
  /** Loads all of its pages again. Does nothing while it is not running. */
  reloadPages(): Promise<void>;
  /** Ends it. */
  stop(): Promise<void>;
  /** Resolves with its exit code when it ends on its own. */
  readonly ended: Promise<number>;
}

/** Prepares to run `command` (the executable and its first arguments) on an app; nothing runs before `restart()`. */
export async function createElectronProcess(
  command: readonly string[],
  appArguments: readonly string[],
): Promise<ElectronProcess> {
  const port = await findFreePort();
  const [program = '', ...first] = command;
  const exits = new EventEmitter<{ exit: [number]; error: [Error] }>();
  let child: ChildProcess | null = null;
  let restarting: Promise<void> | null = null;
  let isAskedAgain = false;

  function start(): void {
    const started = spawn(program, [...first, `--remote-debugging-port=${port}`, ...appArguments], {
      cwd: repositoryRoot,
      stdio: 'inherit',
    });
    child = started;
    started.on('error', (error) => exits.emit('error', error));
    started.on('exit', (code) => {
      if (child !== started) return;
      child = null;
      exits.emit('exit', code ?? 1);
    });
  }

  async function stop(): Promise<void> {
    const running = child;
    if (running === null) return;
    child = null;
    const exited = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await Promise.race([exited, delay(quitLimitMs, undefined, { ref: false })]);
    running.kill('SIGKILL');
  }

  async function restartUntilCurrent(): Promise<void> {
    do {
      isAskedAgain = false;
      await stop();
      start();
    } while (isAskedAgain);
    restarting = null;
  }

  return {
    ended: once(exits, 'exit').then(([code]) => Number(code)),
    stop,
    restart() {
      isAskedAgain = true;
      restarting ??= restartUntilCurrent();
    },
    async reloadPages() {
      if (child !== null) await reloadAll(port);
    },
  };
}

/** Reloads every page through Chromium's debugging protocol, so that the app needs no code for it. */
async function reloadAll(port: number): Promise<void> {
  // The port is closed while the app starts, and its pages will be new anyway.
  const response = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
  if (response === null) return;
  const targets = (await response.json()) as { readonly type: string; readonly webSocketDebuggerUrl?: string }[];
  for (const { type, webSocketDebuggerUrl } of targets) {
    if (type === 'page' && webSocketDebuggerUrl !== undefined) await reloadPage(webSocketDebuggerUrl);
  }
}

function reloadPage(address: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Page.reload', params: { ignoreCache: true } }));
    socket.onmessage = () => socket.close();
    socket.onerror = () => resolve();
    socket.onclose = () => resolve();
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
