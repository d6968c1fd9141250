import { join } from 'node:path';
import { bundleCommandLine } from './lib/bundle.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';
import { runOnTerminal } from './lib/run.ts';

/** `npm run cli -- …`: runs the command line from the current sources. */
await runMain(async () => {
  const cwd = process.cwd();
  await bundleCommandLine();
  // In development, the command line's answers are validated against the contract.
  const env = { ...process.env, FUELGAUGE_CHECK_ANSWERS: '1' };
  const script = join(repositoryRoot, 'dist', 'cli.js');
  return runOnTerminal(process.execPath, [script, ...process.argv.slice(2)], { cwd, env });
});
