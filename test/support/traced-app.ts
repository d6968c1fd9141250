import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from './wait-until.ts';
import type { TrayHost } from './desktop/tray-host.ts';
import type { TrayItem } from './desktop/tray-item.ts';
import { toEnvironment } from './electron.ts';
import { readSocketUses, toTracedCommand, type SocketUse } from './network/traced-sockets.ts';

/** An app that runs under strace, driven only through its tray icon: no debugger, no inspector. */
export interface TracedApp {
  readonly item: TrayItem;
  /** Opens the popover and the main window with both of its views, one after the other, and waits for their pages. */
  openEveryWindow(): Promise<void>;
  /** The addresses that the app requested from Chromium's network stack, if it had to log them. */
  readRequests(): Promise<readonly string[]>;
  /** Quits the app from its menu and resolves with all its uses of network sockets. */
  quit(): Promise<readonly SocketUse[]>;
  /** Ends what is still running and removes the home. */
  dispose(): Promise<void>;
}

/**
 * Starts `command` (a program and its arguments) with a separate home and data folder. With `logsRequests`, Chromium
 * keeps its network log, which a packaged app refuses to do.
 */
export async function startTracedApp(
  desktop: TrayHost,
  command: readonly string[],
  { logsRequests = false } = {},
): Promise<TracedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'fuelgauge-traced-'));
  const [home, data, trace, netLog] = [
    join(folder, 'home'),
    join(folder, 'data'),
    join(folder, 'trace'),
    join(folder, 'net-log.json'),
  ];
  await mkdir(home);
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const switches = [...rootOnly, '--disable-gpu', `--user-data-dir=${data}`];
  if (logsRequests) switches.push(`--log-net-log=${netLog}`);
  const [program, ...args] = toTracedCommand(trace, [...command, ...switches]);
  const strace = spawn(program, args, { cwd: home, env: toEnvironment(home), stdio: 'ignore' });
  const exited = once(strace, 'exit');
  const isOurs = async (item: TrayItem): Promise<boolean> => (await readParent(item.pid)) === strace.pid;
  const dispose = async (): Promise<void> => {
    const pids = await Promise.all(desktop.items().map(async (item) => ((await isOurs(item)) ? item.pid : 0)));
    for (const pid of pids) if (pid > 0) process.kill(pid, 'SIGKILL');
    strace.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const item = await waitUntil(
      'the tray icon of the traced app',
      async () => {
        for (const candidate of desktop.items()) if (await isOurs(candidate)) return candidate;
        return null;
      },
      60_000,
    );
    return {
      item,
      async openEveryWindow() {
        await item.activate();
        await waitUntil('the page of the popover', async () => (await countRenderers(data)) === 1);
        for (const label of ['Settings', 'Overview']) await (await item.openMenu()).click(label);
        await waitUntil('the page of the main window', async () => (await countRenderers(data)) === 2);
      },
      readRequests: async () =>
        [...(await readFile(netLog, 'utf8')).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url),
      async quit() {
        await (await item.openMenu()).click('Quit Fuelgauge');
        await exited;
        return readSocketUses(trace);
      },
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function readParent(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}

/** Every page of the app has its own process, whose command line names the data folder. */
async function countRenderers(dataFolder: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commandLines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return commandLines.filter((line) => line.includes('--type=renderer') && line.includes(dataFolder)).length;
}
