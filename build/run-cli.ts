import { join } from 'node:path';
import { bundleCommandLine } from './lib/bundle.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';
import { runOnTerminal } from './lib/run.ts';

/** `npm run cli -- …`: runs the command line from the current sources. */
await runMain(async () => {
  const cwd = process.cwd();
  await bundleCommandLine();
  return runOnTerminal(process.execPath, [join(repositoryRoot, 'dist', 'cli.js'), ...process.argv.slice(2)], { cwd });
});
