import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toPeerEnvironment } from '../../compare/peers/peer.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import { launchTray, withTrayHost } from '../lib/launch-tray.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { readTree } from '../lib/process-tree.ts';
import { createWatchedHome } from '../lib/watched-home.ts';

/** What follows the start for a minute: the last full check of all folders, memory release, Chromium's own first writes. */
const quietMs = 90_000;

/** The idle cost, of the command and of the tray app. */
export const idle: Measurement = {
  name: 'idle',
  title: 'Watching 2,000 files for a minute in which nothing is written',
  needsDesktop: true,
  async measure(bench) {
    const { home } = createWatchedHome(bench);
    const cli = join(bench.appFolder, 'dist', 'cli.js');
    const args = [cli, 'watch', '--json', '--home', home, '--data', bench.newFolder()];
    const child = spawn(process.execPath, args, { stdio: 'ignore', env: toPeerEnvironment(home) });
    const headless = await watchTree(bench, 'fuelgauge watch', child.pid ?? 0);
    child.kill('SIGTERM');

    const app = { appFolder: bench.appFolder, home, data: bench.newFolder(), args: ['--hidden'] };
    const inTray = await withTrayHost(async (desktop) => {
      const tray = await launchTray(desktop, app);
      try {
        return await watchTree(bench, 'tray app', tray.pid);
      } finally {
        await tray.end();
      }
    });
    return [...headless, ...inTray];
  },
};

async function watchTree(bench: Bench, name: string, pid: number): Promise<readonly Figure[]> {
  const spanMs = bench.size === 'full' ? 60_000 : 10_000;
  await delay(quietMs);
  const before = readTree(pid);
  await delay(spanMs);
  const after = readTree(pid);
  if (after.processes === 0) throw new Error(`${name} ended while it was watched`);
  return [
    toFigure(`${name}: processor, of one core`, 'share', (after.cpuMs - before.cpuMs) / spanMs),
    toFigure(`${name}: written`, 'bytes', after.writtenBytes - before.writtenBytes),
    toFigure(`${name}: of that to disk`, 'bytes', after.storedBytes - before.storedBytes),
    toFigure(`${name}: memory (PSS)`, 'bytes', after.pssBytes),
  ];
}
