import { join } from 'node:path';
import { createServer } from 'vite';
import { createFakeHostPlugin } from '../../test/fakes/plugin.ts';
import { scenarioNames } from '../../test/fakes/fake-scenarios.ts';
import { repositoryRoot } from '../lib/paths.ts';
import { PlainFailure } from '../lib/plain-failure.ts';
import { runOnTerminal } from '../lib/run.ts';

/**
 * Serves the pages on this machine with a fake host behind them, and opens them in windows, where changes show without
 * a reload. Resolves when the windows are closed. Throws a `PlainFailure` for a scenario that does not exist.
 */
export async function developPages(
  command: readonly string[],
  scenario: string,
  pages: readonly string[] = ['popover', 'main-window', 'gauge'],
): Promise<number> {
  if (!(scenarioNames as readonly string[]).includes(scenario)) {
    throw new PlainFailure(`There is no scenario "${scenario}". There are: ${scenarioNames.join(', ')}.`);
  }
  process.chdir(repositoryRoot);
  const server = await createServer({ plugins: [createFakeHostPlugin()], server: { host: '127.0.0.1' } });
  await server.listen();
  const origin = server.resolvedUrls?.local[0] ?? '';
  const addresses = pages.map((page) => `${origin}${page}/index.html?scenario=${scenario}`);
  console.log(`In a browser:\n${addresses.map((address) => `  ${address}`).join('\n')}`);
  const [program = '', ...first] = command;
  const code = await runOnTerminal(program, [...first, join(import.meta.dirname, 'pages-app'), ...addresses]);
  await server.close();
  return code;
}
