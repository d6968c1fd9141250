import { provideElectron } from './electron.ts';
import { bundleApp } from './lib/bundle.ts';
import { requireDisplay, requireLibraries, toRootArguments } from './lib/desktop.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';
import { runOnTerminal } from './lib/run.ts';

/** `npm start`: runs the tray app from the current sources on a real Electron. */
await runMain(async () => {
  requireDisplay();
  await bundleApp();
  const electron = await provideElectron();
  await requireLibraries(electron.path);
  return runOnTerminal(electron.path, [...toRootArguments(), repositoryRoot, ...process.argv.slice(2)]);
});
