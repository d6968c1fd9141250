import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from './lib/paths.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { runOnTerminal } from './lib/run.ts';
import { findTool } from './lib/tools.ts';

const allFolders = ['shared', 'main/node/store'];

/**
 * `npm run mutation [-- path… --one-in N --minutes N]`: changes the code of `shared` and the ledger's stores in thousands of small ways, one at
 * a time, and runs the tests against each. A change that no test notices survives; fails when fewer than 85 % are
 * noticed. With paths (`shared/analytics`, `shared/lib/result.ts`) only those are changed; everything takes hours.
 * `--one-in 12` tries a sample, the same each time. What has been tried is kept, also when `--minutes` ends the run before it is complete, and the next run continues.
 */
await runMain(async () => {
  const { positionals: paths, values } = parseArgs({
    allowPositionals: true,
    options: { minutes: { type: 'string' }, 'one-in': { type: 'string' } },
  });
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
  if (minutes !== undefined && !(minutes > 0)) throw new PlainFailure('--minutes must be a positive number.');
  const oneIn = values['one-in'];
  if (oneIn !== undefined && !/^[1-9]\d*$/.test(oneIn)) throw new PlainFailure('--one-in must be a whole number.');
  const unknown = paths.filter((path) => !existsSync(join(repositoryRoot, path)) || !isCovered(path));
  if (unknown.length > 0) {
    throw new PlainFailure(`Cannot mutate ${unknown.join(', ')}: name files or folders of ${allFolders.join(' or ')}.`);
  }
  const mutated = paths.length === 0 ? allFolders : paths;
  const patterns = mutated.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`));
  return runOnTerminal(
    process.execPath,
    [
      findTool('@stryker-mutator/core', 'stryker'),
      ...['run', 'build/mutation/stryker.config.js'],
      ...['--mutate', patterns.join(','), '--concurrency', String(availableParallelism())],
    ],
    {
      // Chooses the tests, in `mutation/vitest.config.ts`.
      env: { ...process.env, FUELGAUGE_MUTATED_PATHS: mutated.join(','), FUELGAUGE_MUTATION_ONE_IN: oneIn },
      timeoutMs: minutes === undefined ? undefined : minutes * 60_000,
    },
  );
});

function isCovered(path: string): boolean {
  return allFolders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
