import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideElectron } from './electron.ts';
import { developApp } from './dev/develop-app.ts';
import { developPages } from './dev/develop-pages.ts';
import { requireDisplay, requireLibraries, toRootArguments } from './lib/desktop.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';

const usage = `npm run dev [-- options]: the app, kept up to date with the sources while you edit them.

  (nothing)          the tray app on your own logs: a change of the main process restarts it, one of a page reloads it
  --home DIR         the same on the logs of another home folder
  --data DIR         where it keeps its ledger and settings (default: test-results/dev, never those of the installed app)
  --scenario NAME    only the pages, on made-up data, updated in place; the names: test/fakes/fake-scenarios.ts
`;

/** `npm run dev`: see `usage`. Ends when the app is quit, or with Ctrl+C. */
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      home: { type: 'string' },
      data: { type: 'string', default: join(repositoryRoot, 'test-results', 'dev') },
      scenario: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  requireDisplay();
  const electron = await provideElectron();
  await requireLibraries(electron.path);
  const command = [electron.path, ...toRootArguments()];
  if (values.scenario !== undefined) return developPages(command, values.scenario);
  const folders = [...(values.home === undefined ? [] : ['--home', values.home]), '--data', values.data];
  return developApp(command, folders);
});
