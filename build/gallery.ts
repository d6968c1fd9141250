import { provideElectron } from './electron.ts';
import { developPages } from './dev/develop-pages.ts';
import { requireDisplay, requireLibraries, toRootArguments } from './lib/desktop.ts';
import { runMain } from './lib/plain-failure.ts';

/**
 * `npm run gallery [scenario]`: the primitives in every state and the popover on made-up data, updated in place while you edit
 * them. The names of the scenarios: test/fakes/fake-scenarios.ts.
 */
await runMain(async () => {
  const [scenario = 'normal'] = process.argv.slice(2);
  requireDisplay();
  const electron = await provideElectron();
  await requireLibraries(electron.path);
  return developPages([electron.path, ...toRootArguments()], scenario, ['gallery', 'popover']);
});
