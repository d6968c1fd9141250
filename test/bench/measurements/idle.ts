import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { toPeerEnvironment } from '../../compare/peers/peer.ts';
import { launchTray, withTrayHost } from '../lib/launch-tray.ts';
import type { Measurement } from '../lib/measurement.ts';
import { watchTree } from '../lib/watch-tree.ts';
import { createWatchedHome } from '../lib/watched-home.ts';

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
