import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { provideElectron } from '../../../build/electron.ts';
import { startTrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayItem } from '../../support/desktop/tray-item.ts';
import { toEnvironment } from '../../support/electron.ts';

/** Which app to start, and on what. */
export interface TrayLaunch {
  readonly appFolder: string;
  readonly home: string;
  readonly data: string;
  readonly args: readonly string[];
}

/** A tray app that runs, without any debugger attached. */
export interface LaunchedTray {
  readonly pid: number;
  readonly item: TrayItem;
  /** From the start of the process to its icon in the tray, to 25 ms. */
  readonly trayAfterMs: number;
  /** Ends the app. */
  end(): Promise<void>;
}

/** Starts an app on whichever real Electron is here; rejects when no icon appears. Needs a screen and a session bus. */
export async function launchTray({ appFolder, home, data, args }: TrayLaunch): Promise<LaunchedTray> {
  const { path } = await provideElectron();
  const desktop = await startTrayHost();
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
    desktop.close();
  };
  try {
    const item = await desktop.waitForItem({ pid: child.pid ?? 0, timeoutMs: 60_000 });
    return { pid: child.pid ?? 0, item, trayAfterMs: performance.now() - startedAt, end };
  } catch (error) {
    await end();
    throw error;
  }
}
