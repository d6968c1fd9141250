import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { provideElectron } from '../../../build/electron.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayItem } from '../../support/desktop/tray-item.ts';
import { toEnvironment } from '../../support/electron.ts';

/** Provides a desktop with a tray. It is torn down only after the last messages of ended programs have been answered. */
export async function withTrayHost<Value>(work: (desktop: TrayHost) => Promise<Value>): Promise<Value> {
  const desktop = await startTrayHost();
  try {
    return await work(desktop);
  } finally {
    await delay(farewellMs);
    desktop.close();
  }
}

/** Which app to start, and with which data. */
export interface TrayLaunch {
  readonly appFolder: string;
  readonly home: string;
  readonly data: string;
  readonly args: readonly string[];
}

/** A running tray app, without a debugger attached. */
export interface LaunchedTray {
  readonly pid: number;
  readonly item: TrayItem;
  /** From the start of the process to its icon in the tray, accurate to 25 ms. */
  readonly trayAfterMs: number;
  /** Ends the app. */
  end(): Promise<void>;
}

const farewellMs = 1000;

/** Located once, which may need the network. */
let electron: ReturnType<typeof provideElectron> | null = null;

/** Starts an app on the available real Electron; rejects when no icon appears. Needs a screen and a session bus. */
export async function launchTray(
  desktop: TrayHost,
  { appFolder, home, data, args }: TrayLaunch,
): Promise<LaunchedTray> {
  electron ??= provideElectron();
  const { path } = await electron;
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = performance.now();
  const child = spawn(path, [...rootOnly, '--disable-gpu', `--user-data-dir=${data}`, appFolder, ...args], {
    cwd: home,
    env: toEnvironment(home),
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const item = await desktop.waitForItem({ pid: child.pid ?? 0, timeoutMs: 60_000 });
    return { pid: child.pid ?? 0, item, trayAfterMs: performance.now() - startedAt, end };
  } catch (error) {
    await end();
    throw error;
  }
}
