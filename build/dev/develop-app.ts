import { createBuilder } from 'vite';
import type { Rolldown } from 'vite';
import { repositoryRoot } from '../lib/paths.ts';
import { createElectronProcess } from './electron-process.ts';

const environments = ['main', 'preload', 'client'] as const;
type Environment = (typeof environments)[number];

/**
 * Runs the tray app from the sources and watches them: a change to a page reloads it, any other change restarts the
 * app. Resolves with the app's exit code when it quits.
 */
export async function developApp(command: readonly string[], appArguments: readonly string[]): Promise<number> {
  process.chdir(repositoryRoot);
  const app = await createElectronProcess(command, [repositoryRoot, ...appArguments]);
  const pending = new Set<Environment>(environments);
  const watchers: Rolldown.RolldownWatcher[] = [];
  const builder = await createBuilder({ logLevel: 'warn', build: { watch: {} } });
  for (const name of environments) {
    const watcher = (await builder.build(builder.environments[name]!)) as Rolldown.RolldownWatcher;
    watchers.push(watcher);
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') console.error(`${name}: ${event.error.message}`);
      if (event.code === 'BUNDLE_END') await event.result.close();
      if (event.code !== 'END') return;
      const wasPending = pending.delete(name);
      if (pending.size > 0) return;
      console.log(wasPending ? 'Fuelgauge starts.' : `Changed: ${name}.`);
      if (wasPending || name !== 'client') app.restart();
      else await app.reloadPages();
    });
  }
  const stop = (): void => void app.stop().then(() => process.exit());
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const code = await app.ended;
  await Promise.all(watchers.map((watcher) => watcher.close()));
  return code;
}
