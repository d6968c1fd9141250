import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AgentRecipe } from '../recipe.ts';

/** The port of its daemon, which serves all its homes: we must not meet the one of the person at this machine. */
const daemonPort = 25_463;

export const clineRecipe: AgentRecipe = {
  id: 'cline',
  source: 'cline',
  model: 'made-up-model',
  programFolders: [`node_modules/@cline/cli-${process.platform}-${process.arch}/bin`, 'node_modules/.bin'],
  command: 'cline',
  files: () => ({}),
  variables: { CLINE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  setUp: ({ modelUrl }) => [
    ...['auth', '--provider', 'openai', '--apikey', 'x'],
    ...['--modelid', 'made-up-model', '--baseurl', `${modelUrl}/v1`],
  ],
  start: (prompt) => ['--json', prompt],
  // It continues a session only on a terminal.
  resume: null,
  log: { hasNoReasoning: true },
  async findObstacle() {
    return (await isFree(daemonPort)) ? null : `port ${daemonPort} of its daemon is taken`;
  },
  findLeftovers: (home) => readDaemon(join(home, '.cline/data/locks/hub/production.json')),
};

/** The daemon's process; the file also holds a token, which is ours and ends with the test. */
function readDaemon(file: string): readonly number[] {
  try {
    const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { readonly pid?: unknown };
    return typeof pid === 'number' && pid > 1 ? [pid] : [];
  } catch {
    return [];
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
